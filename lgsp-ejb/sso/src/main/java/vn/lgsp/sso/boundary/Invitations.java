package vn.lgsp.sso.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.lgsp.model.account.AccountLink.Purpose;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.control.AddressBrake;
import vn.lgsp.sso.control.LinkUse;
import vn.lgsp.sso.control.PasswordHasher;
import vn.lgsp.sso.control.PasswordPolicy;

/**
 * One-time links, as the person who was given one uses them (lời mời, đặt lại mật khẩu). Whoever has the link is let in: there is nobody
 * signed in yet who could be checked.
 *
 * <p>No transaction is open while a password is hashed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Invitations {
    private static final System.Logger LOG = System.getLogger(Invitations.class.getName());

    @Inject
    private LinkUse links;

    @Inject
    private AddressBrake brake;

    @Inject
    private PasswordPolicy policy;

    @Inject
    private PasswordHasher hasher;

    /** Whom a link is for. */
    public record Invitation(String username, String fullName, Purpose purpose, Instant expiresAt) {}

    /**
     * Opens a link without using it up.
     *
     * @param token may be null
     * @throws LgspException LINK_NOT_USABLE; SIGN_IN_PAUSED after too many tries from one address
     */
    public Invitation open(String token, String remoteAddress) {
        brake.begin(remoteAddress);
        Invitation invitation = links.open(token);
        brake.forgive(remoteAddress);
        return invitation;
    }

    /**
     * Sets the password and uses the link up; sessions that the account still has end. The person then signs in with it.
     *
     * @throws LgspException LINK_NOT_USABLE; PASSWORD_WEAK with the field {@code newPassword}; SIGN_IN_PAUSED; UNAVAILABLE
     */
    public void accept(String token, String newPassword, String remoteAddress) {
        Invitation invitation = open(token, remoteAddress);
        policy.check(invitation.username(), null, newPassword);
        links.use(token, hasher.hash(newPassword), remoteAddress);
        LOG.log(System.Logger.Level.INFO, "A one-time link was used from {0}", remoteAddress);
    }
}
