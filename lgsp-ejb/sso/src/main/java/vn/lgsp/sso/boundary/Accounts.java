package vn.lgsp.sso.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.control.Attempt;
import vn.lgsp.sso.control.Credential;
import vn.lgsp.sso.control.PasswordHasher;
import vn.lgsp.sso.control.PasswordPolicy;
import vn.lgsp.sso.control.SignInGuard;
import vn.lgsp.sso.control.Username;

/**
 * Accounts of staff and their sign-in (Điều 7.1, 12.1).
 *
 * <p>No transaction is open while a password is hashed: hashing is slow by design and would hold a database connection. The attempt is
 * counted as failed before the password is looked at and forgiven when it was right, so that guesses sent in parallel cannot outrun
 * the lock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Accounts {
    private static final System.Logger LOG = System.getLogger(Accounts.class.getName());

    @Inject
    private SignInGuard guard;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private PasswordPolicy policy;

    @Inject
    @ConfigProperty(name = "lgsp.demo", defaultValue = "false")
    private boolean demo;

    /**
     * Signs a person in. A name that does not exist costs the same time, gets the same answer and is locked after the same number of
     * attempts as one that does.
     *
     * @param username as typed; case and blanks around it do not matter; may be null
     * @param password as typed; may be null
     * @param remoteAddress where the request came from, for the log
     * @throws LgspException SIGN_IN_FAILED; ACCOUNT_LOCKED after too many failures in a row; UNAVAILABLE when too many people sign in
     *     at once
     */
    public Staff signIn(String username, String password, String remoteAddress) {
        Credential credential = check(Username.normalise(username), password, remoteAddress);
        Staff staff = guard.succeeded(credential.accountId());
        if (hasher.outdated(credential.hash())) {
            guard.replaceHash(staff.accountId(), hasher.hash(password));
        }
        LOG.log(System.Logger.Level.INFO, "Account {0} signed in from {1}", staff.accountId(), remoteAddress);
        return staff;
    }

    /**
     * Says whether the portal must ask for a new password before anything else. In demonstration mode never: there the accounts with
     * their published password are the point.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean mustChangePassword(Staff staff) {
        return !demo && guard.mustChangePassword(staff.accountId());
    }

    /**
     * Returns the account as it stands now; empty when it was disabled. For sessions that last: a right that was withdrawn must not live
     * on in them.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Staff> current(UUID accountId) {
        return guard.current(accountId);
    }

    /**
     * Changes the person's own password.
     *
     * @param oldPassword counts as an attempt to sign in when it is wrong
     * @throws LgspException SIGN_IN_FAILED or ACCOUNT_LOCKED when the old password is wrong; PASSWORD_WEAK with the field
     *     {@code newPassword}
     */
    public void changePassword(Staff staff, String oldPassword, String newPassword, String remoteAddress) {
        policy.check(staff.username(), oldPassword, newPassword);
        Credential credential = check(staff.username(), oldPassword, remoteAddress);
        guard.succeeded(credential.accountId());
        guard.newPassword(credential.accountId(), hasher.hash(newPassword));
        LOG.log(
                System.Logger.Level.INFO,
                "Account {0} changed its password from {1}",
                staff.accountId(),
                remoteAddress);
    }

    private Credential check(String username, String password, String remoteAddress) {
        Attempt attempt = guard.attempt(username);
        boolean right = hasher.verify(password, attempt.credential().map(Credential::hash));
        if (right) {
            return attempt.credential().orElseThrow();
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "Sign-in refused from {0}: {1}",
                remoteAddress,
                attempt.locked() ? "locked" : "wrong name or password");
        throw new LgspException(attempt.locked() ? ErrorCode.ACCOUNT_LOCKED : ErrorCode.SIGN_IN_FAILED);
    }
}
