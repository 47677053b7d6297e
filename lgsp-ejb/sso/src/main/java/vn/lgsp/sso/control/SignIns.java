package vn.lgsp.sso.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Account;
import vn.lgsp.model.account.AccountEvent.Kind;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.account.StaffSession;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.boundary.NewSession;
import vn.lgsp.sso.boundary.Visitor;

/**
 * What follows a right password or code, each in one transaction that holds the account's row: a lock or a reset at the same moment comes
 * either before it, and then nothing begins, or after it, and then ends what has begun.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class SignIns {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private SessionStore sessions;

    @Inject
    private SecondFactors factors;

    @Inject
    private AccountEvents events;

    @Inject
    private SignInSettings settings;

    /**
     * Begins a session for whoever knew the password, if it is still the password. Where a code is to follow only this attempt is forgiven:
     * wrong codes must not be forgotten by typing the password again.
     */
    public NewSession begin(Credential verified, Visitor visitor) {
        Account account = unchanged(verified);
        Staff staff = SignInGuard.staff(account);
        Instant now = Instant.now();
        if (factors.since(account.id()).isPresent()) {
            account.forgive(settings.lockFailures());
        } else {
            account.signedIn(now);
            events.note(staff, account.id(), Kind.SIGNED_IN, null, null, visitor.remoteAddress());
        }
        return new NewSession(sessions.begin(account.id(), visitor.remoteAddress(), visitor.userAgent(), now), staff);
    }

    /** Notes in a session that the second factor was given. */
    public void completed(UUID sessionId, Staff staff, SecondFactors.Proof proof, String remoteAddress) {
        Account account = AccountRow.hold(em, staff.accountId());
        Instant now = Instant.now();
        account.signedIn(now);
        sessions.secondFactorGiven(sessionId, now);
        if (proof == SecondFactors.Proof.RECOVERY_CODE) {
            events.note(staff, staff.accountId(), Kind.RECOVERY_CODE_USED, null, null, remoteAddress);
        }
        events.note(staff, staff.accountId(), Kind.SIGNED_IN, null, null, remoteAddress);
    }

    /** Stores a new password that its owner chose; all sessions but the present one end. */
    public void newPassword(Credential verified, Staff staff, UUID present, String hash, String remoteAddress) {
        Account account = unchanged(verified);
        account.password(hash, false);
        account.forgetFailures();
        sessions.endAll(staff.accountId(), present, StaffSession.End.ENDED_ELSEWHERE, Instant.now());
        events.note(staff, staff.accountId(), Kind.PASSWORD_CHANGED, null, null, remoteAddress);
    }

    private Account unchanged(Credential verified) {
        Account account = AccountRow.hold(em, verified.accountId());
        if (account.state() != AccountState.ACTIVE || !account.passwordHash().equals(verified.hash())) {
            throw new LgspException(ErrorCode.SIGN_IN_FAILED);
        }
        return account;
    }
}
