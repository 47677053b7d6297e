package vn.lgsp.sso.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.account.RecoveryCode;
import vn.lgsp.model.account.SecondFactor;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** Second factors in the database: secrets of authenticator apps, wrapped, and recovery codes, hashed. In the caller's transaction. */
@ApplicationScoped
public class SecondFactors {
    /** Length of a secret, in bytes: that of the hash (RFC 4226, section 4). */
    private static final int SECRET_BYTES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @EJB
    private KeyVault vault;

    /** What a code turned out to be. */
    public enum Proof {
        NONE,
        APP,
        RECOVERY_CODE
    }

    /** Since when an account has a second factor; empty when it has none, or did not prove to have it. */
    public Optional<Instant> since(UUID accountId) {
        return Optional.ofNullable(em.find(SecondFactor.class, accountId)).map(SecondFactor::confirmedAt);
    }

    /** Makes a secret that counts once it is confirmed; one that was not confirmed is replaced. */
    public String begin(UUID accountId) {
        AccountRow.hold(em, accountId);
        requireNone(accountId);
        remove(accountId);
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        try {
            byte[] wrapped = vault.wrap(secret, context(accountId));
            em.persist(new SecondFactor(accountId, wrapped, vault.masterKeyId(), Instant.now()));
            return Base32.encode(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** The secret that waits for its confirmation, in Base32; empty when there is none. */
    public Optional<String> pending(UUID accountId) {
        return Optional.ofNullable(em.find(SecondFactor.class, accountId))
                .filter(factor -> !factor.confirmed())
                .map(factor -> {
                    byte[] secret = vault.unwrap(factor.wrappedSecret(), context(accountId));
                    try {
                        return Base32.encode(secret);
                    } finally {
                        Arrays.fill(secret, (byte) 0);
                    }
                });
    }

    /**
     * Takes a code, which then never counts again.
     *
     * @param code six digits of the app, or, once the factor is confirmed, a recovery code; may be null
     */
    public Proof take(UUID accountId, String code) {
        SecondFactor factor = em.find(SecondFactor.class, accountId, LockModeType.PESSIMISTIC_WRITE);
        if (factor == null) {
            return Proof.NONE;
        }
        byte[] secret = vault.unwrap(factor.wrappedSecret(), context(accountId));
        try {
            String plain = code == null ? "" : code.replaceAll("\\s", "");
            OptionalLong step = Totp.match(secret, plain, factor.lastStep(), Instant.now());
            if (step.isPresent()) {
                factor.used(step.getAsLong());
                return Proof.APP;
            }
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
        return factor.confirmed() && takeRecoveryCode(accountId, code) ? Proof.RECOVERY_CODE : Proof.NONE;
    }

    private boolean takeRecoveryCode(UUID accountId, String code) {
        // The row of the factor is locked: nobody else takes a code of this account at the same time.
        Optional<RecoveryCode> found = RecoveryCodes.hash(accountId, code).flatMap(hash -> em.createQuery(
                        """
                        select c from RecoveryCode c where c.accountId = :account and c.codeHash = :hash and c.usedAt is null
                        """,
                        RecoveryCode.class)
                .setParameter("account", accountId)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst());
        found.ifPresent(recovery -> recovery.use(Instant.now()));
        return found.isPresent();
    }

    /** From now on the factor is asked for. Returns the recovery codes, which cannot be had again. */
    public List<String> confirm(UUID accountId) {
        requireNone(accountId);
        em.find(SecondFactor.class, accountId).confirm(Instant.now());
        return newRecoveryCodes(accountId);
    }

    /** Replaces the recovery codes and returns the new ones, which cannot be had again. */
    public List<String> newRecoveryCodes(UUID accountId) {
        deleteRecoveryCodes(accountId);
        Instant now = Instant.now();
        List<String> codes = RecoveryCodes.next();
        codes.forEach(code -> em.persist(
                new RecoveryCode(accountId, RecoveryCodes.hash(accountId, code).orElseThrow(), now)));
        return codes;
    }

    /** How many recovery codes have not been used. */
    public int recoveryCodesLeft(UUID accountId) {
        return em.createQuery(
                        "select count(c) from RecoveryCode c where c.accountId = :account and c.usedAt is null",
                        Long.class)
                .setParameter("account", accountId)
                .getSingleResult()
                .intValue();
    }

    /** Removes the factor and its recovery codes, if there are any. */
    public void remove(UUID accountId) {
        deleteRecoveryCodes(accountId);
        Optional.ofNullable(em.find(SecondFactor.class, accountId)).ifPresent(em::remove);
        em.flush();
    }

    private void deleteRecoveryCodes(UUID accountId) {
        em.createQuery("delete from RecoveryCode c where c.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    private void requireNone(UUID accountId) {
        if (since(accountId).isPresent()) {
            throw new LgspException(ErrorCode.SECOND_FACTOR_STATE);
        }
    }

    private static String context(UUID accountId) {
        return "totp:" + accountId;
    }
}
