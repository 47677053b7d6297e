package vn.lgsp.sso.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.AccountEvent.Kind;
import vn.lgsp.model.account.AccountLink;
import vn.lgsp.model.account.AccountLink.Purpose;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.account.StaffSession;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.boundary.Invitations.Invitation;

/** Opens one-time links and uses them up, each in one transaction. */
@Stateless
public class LinkUse {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Links links;

    @Inject
    private SessionStore sessions;

    @Inject
    private AccountEvents events;

    /** Whom the link is for; LINK_NOT_USABLE also when the account is locked or disabled. */
    public Invitation open(String token) {
        AccountLink link = links.usable(token);
        Account account = em.find(Account.class, link.accountId());
        requireOpen(account, link.purpose());
        return new Invitation(account.username(), account.fullName(), link.purpose(), link.expiresAt());
    }

    /** Sets the password, uses the link up and ends the sessions of the account; LINK_NOT_USABLE. */
    public void use(String token, String passwordHash, String remoteAddress) {
        AccountLink link = links.usable(token);
        // The account first, then the link: the order in which administrators take them.
        Account account = AccountRow.hold(em, link.accountId());
        requireOpen(account, link.purpose());
        links.use(link);
        account.passwordChosen(passwordHash);
        sessions.endAll(account.id(), null, StaffSession.End.RESET, Instant.now());
        Kind kind = link.purpose() == Purpose.INVITATION ? Kind.INVITATION_ACCEPTED : Kind.PASSWORD_RESET;
        events.note(account, kind, remoteAddress);
    }

    private static void requireOpen(Account account, Purpose purpose) {
        AccountState needed = purpose == Purpose.INVITATION ? AccountState.INVITED : AccountState.ACTIVE;
        if (account.state() != needed) {
            throw new LgspException(ErrorCode.LINK_NOT_USABLE);
        }
    }
}
