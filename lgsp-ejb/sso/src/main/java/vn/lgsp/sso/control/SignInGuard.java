package vn.lgsp.sso.control;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Account;

/**
 * Counts attempts to sign in and locks. Each method is a transaction of its own, so that a count stays although the sign-in is refused.
 *
 * <p>An attempt is counted when it begins: of any number of guesses at the same time, only as many are looked at as the limit allows.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInGuard {
    private final UnknownNames unknownNames = new UnknownNames();

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    @ConfigProperty(name = "lgsp.sso.lock.failures", defaultValue = "5")
    private int limit;

    @Inject
    @ConfigProperty(name = "lgsp.sso.lock.minutes", defaultValue = "15")
    private int lockMinutes;

    /** Counts an attempt under this name. */
    public Attempt attempt(String username) {
        Instant now = Instant.now();
        Duration lock = Duration.ofMinutes(lockMinutes);
        Optional<Account> found = em.createQuery("select a from Account a where a.username = :username", Account.class)
                .setParameter("username", username)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        if (found.isEmpty()) {
            return new Attempt(Optional.empty(), unknownNames.attempt(username, limit, lock, now));
        }
        Account account = found.get();
        if (account.locked(now)) {
            return new Attempt(Optional.empty(), true);
        }
        account.failed(limit, now.plus(lock));
        return new Attempt(
                account.disabled()
                        ? Optional.empty()
                        : Optional.of(new Credential(account.id(), account.passwordHash())),
                false);
    }

    /** Forgives the attempt, and all before it: the password was right. */
    public Staff succeeded(UUID accountId) {
        Account account = em.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
        account.signedIn(Instant.now());
        return staff(account);
    }

    /** Stores a new password that its owner chose. */
    public void newPassword(UUID accountId, String hash) {
        em.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE).password(hash, false);
    }

    /** Stores the same password hashed at another cost. */
    public void replaceHash(UUID accountId, String hash) {
        Account account = em.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
        account.password(hash, account.mustChangePassword());
    }

    public boolean mustChangePassword(UUID accountId) {
        return em.find(Account.class, accountId).mustChangePassword();
    }

    /** Returns the account as it stands now; empty when it may not sign in. */
    public Optional<Staff> current(UUID accountId) {
        return Optional.ofNullable(em.find(Account.class, accountId))
                .filter(account -> !account.disabled())
                .map(SignInGuard::staff);
    }

    private static Staff staff(Account account) {
        return new Staff(
                account.id(),
                account.username(),
                account.fullName(),
                account.agencyId(),
                account.grants().stream()
                        .map(grant -> new Staff.Grant(grant.role(), grant.agencyId()))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
