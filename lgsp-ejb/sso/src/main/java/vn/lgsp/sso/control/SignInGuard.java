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
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.AccountEvent.Kind;
import vn.lgsp.model.account.AccountState;

/**
 * Counts attempts to sign in and locks. Each method is a transaction of its own, so that a count stays although the sign-in is refused.
 *
 * <p>An attempt is counted when it begins: of any number of guesses at the same time, only as many are looked at as the limit allows.
 * Passwords and codes of the second factor are counted together.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInGuard {
    private final UnknownNames unknownNames = new UnknownNames();

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private AccountEvents events;

    @Inject
    private SignInSettings settings;

    /** Counts an attempt under this name. */
    public Attempt attempt(String username) {
        Instant now = Instant.now();
        int limit = settings.lockFailures();
        Duration lock = settings.lock();
        Optional<Account> found = em.createQuery("select a from Account a where a.username = :username", Account.class)
                .setParameter("username", username)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        if (found.isEmpty()) {
            return new Attempt(Optional.empty(), unknownNames.attempt(username, limit, lock, now), false);
        }
        Account account = found.get();
        if (account.locked(now)) {
            return new Attempt(Optional.empty(), true, false);
        }
        account.failed(limit, now.plus(lock));
        return new Attempt(credential(account), false, account.locked(now));
    }

    private static Optional<Credential> credential(Account account) {
        return account.disabled() || account.invited()
                ? Optional.empty()
                : Optional.of(
                        new Credential(account.id(), account.passwordHash(), account.state() == AccountState.LOCKED));
    }

    /** Notes that the last attempt before the lock failed, if this was one; for whoever reads the account's history. */
    public void failed(String username, Attempt attempt, String remoteAddress) {
        if (attempt.last()) {
            em.createQuery("select a from Account a where a.username = :username", Account.class)
                    .setParameter("username", username)
                    .getResultStream()
                    .forEach(account -> events.note(account, Kind.LOCKED_AFTER_FAILURES, remoteAddress));
        }
    }

    /** Forgives the attempt, and all before it: whatever was asked for was right. */
    public void succeeded(UUID accountId) {
        AccountRow.hold(em, accountId).forgetFailures();
    }

    /** Stores the same password hashed at another cost, unless it was changed meanwhile. */
    public void replaceHash(Credential verified, String hash) {
        Account account = AccountRow.hold(em, verified.accountId());
        if (account.passwordHash().equals(verified.hash())) {
            account.password(hash, account.mustChangePassword());
        }
    }

    /** Returns the account as it stands now; empty when it may not sign in. */
    public Optional<Staff> current(UUID accountId) {
        return Optional.ofNullable(em.find(Account.class, accountId))
                .filter(account -> account.state() == AccountState.ACTIVE)
                .map(SignInGuard::staff);
    }

    /** The person behind an account, with the grants as they stand. */
    static Staff staff(Account account) {
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
