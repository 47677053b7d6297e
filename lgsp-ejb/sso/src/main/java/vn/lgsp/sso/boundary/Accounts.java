package vn.lgsp.sso.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.control.Challenge;
import vn.lgsp.sso.control.Credential;
import vn.lgsp.sso.control.PasswordHasher;
import vn.lgsp.sso.control.PasswordPolicy;
import vn.lgsp.sso.control.SignInGuard;
import vn.lgsp.sso.control.SignIns;
import vn.lgsp.sso.control.Username;

/**
 * Accounts of staff and their sign-in (Điều 7.1, 12.1).
 *
 * <p>No transaction is open while a password is hashed: hashing is slow by design and would hold a database connection.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Accounts {
    private static final System.Logger LOG = System.getLogger(Accounts.class.getName());

    @Inject
    private Challenge challenge;

    @Inject
    private SignInGuard guard;

    @Inject
    private SignIns signIns;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private PasswordPolicy policy;

    /**
     * Signs a person in and begins a session; what the session owes before anything opens, {@link StaffSessions#find} tells. A name that
     * does not exist costs the same time, gets the same answer and is locked after the same number of attempts as one that does.
     *
     * @param username as typed; case and blanks around it do not matter; may be null
     * @param password as typed; may be null
     * @throws LgspException SIGN_IN_FAILED; ACCOUNT_LOCKED after too many failures in a row; ACCOUNT_BARRED when the password is right but
     *     an administrator locked the account; SIGN_IN_PAUSED after too many failures from one address; UNAVAILABLE when too many people
     *     sign in at once
     */
    public NewSession signIn(String username, String password, Visitor visitor) {
        Credential credential = challenge.password(Username.normalise(username), password, visitor.remoteAddress());
        NewSession session = signIns.begin(credential, visitor);
        if (hasher.outdated(credential.hash())) {
            guard.replaceHash(credential, hasher.hash(password));
        }
        LOG.log(
                System.Logger.Level.INFO,
                "Account {0} signed in from {1}",
                credential.accountId(),
                visitor.remoteAddress());
        return session;
    }

    /**
     * Returns the account as it stands now; empty when it may not sign in, because it is disabled, locked by a person, or its invitation
     * was not accepted. For what lasts longer than a request: a right that was withdrawn must not live on in it.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Staff> current(UUID accountId) {
        return guard.current(accountId);
    }

    /**
     * Changes the person's own password; all sessions but the present one end.
     *
     * @param present the session in which it is changed
     * @param oldPassword counts as an attempt to sign in when it is wrong
     * @throws LgspException SIGN_IN_FAILED, ACCOUNT_LOCKED or SIGN_IN_PAUSED when the old password is wrong; PASSWORD_WEAK with the field
     *     {@code newPassword}
     */
    public void changePassword(
            Staff staff, UUID present, String oldPassword, String newPassword, String remoteAddress) {
        policy.check(staff.username(), oldPassword, newPassword);
        Credential credential = challenge.password(staff.username(), oldPassword, remoteAddress);
        signIns.newPassword(credential, staff, present, hasher.hash(newPassword), remoteAddress);
        LOG.log(
                System.Logger.Level.INFO,
                "Account {0} changed its password from {1}",
                staff.accountId(),
                remoteAddress);
    }
}
