package vn.lgsp.sso.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.control.Challenge;
import vn.lgsp.sso.control.OwnAccount;

/** What people see and do about their own account (hồ sơ): sessions, second factor, history. Everybody may, about themselves only. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Profile {
    @Inject
    private OwnAccount own;

    @Inject
    private Challenge challenge;

    /** The person's sessions, newest first, at most fifty, those that ended too; the present one is marked. */
    public List<SessionView> sessions(Staff staff, UUID present) {
        return own.sessions(staff, present);
    }

    /** What happened to the person's account, newest first; {@code limit} is 1–100. */
    public List<EventView> events(Staff staff, int limit) {
        return own.events(staff, Math.max(1, Math.min(limit, 100))).stream()
                .map(EventView::of)
                .toList();
    }

    /** Ends one session of the person; NOT_FOUND when there is no such session that lasts. */
    public void endSession(Staff staff, UUID sessionId, String remoteAddress) {
        own.endSession(staff, sessionId, remoteAddress);
    }

    /** Ends all sessions of the person but the present one; returns how many. */
    public int endOthers(Staff staff, UUID present, String remoteAddress) {
        return own.endOthers(staff, present, remoteAddress);
    }

    /** How the person's second factor stands. */
    public FactorStatus secondFactor(Staff staff) {
        return own.secondFactor(staff);
    }

    /**
     * Makes a secret for an authenticator app; it counts once {@link #confirm} has seen a code of it. One that was not confirmed is
     * replaced.
     *
     * @throws LgspException SECOND_FACTOR_STATE when there is a second factor already
     */
    public Enrolment enrol(Staff staff) {
        return own.enrol(staff);
    }

    /** The secret that waits for its confirmation; empty when there is none. */
    public Optional<Enrolment> pending(Staff staff) {
        return own.pending(staff);
    }

    /**
     * Takes a code of the new secret: from now on it is asked for at sign-in, and sessions other than the present one end.
     *
     * @return recovery codes, which cannot be had again
     * @throws LgspException CODE_WRONG, ACCOUNT_LOCKED, SIGN_IN_PAUSED; SECOND_FACTOR_STATE when nothing waits for a confirmation
     */
    public List<String> confirm(Staff staff, UUID present, String code, String remoteAddress) {
        if (own.pending(staff).isEmpty()) {
            throw new LgspException(ErrorCode.SECOND_FACTOR_STATE);
        }
        challenge.code(staff.username(), code, remoteAddress);
        return own.confirmed(staff, present, remoteAddress);
    }

    /**
     * Replaces the recovery codes.
     *
     * @return the new ones, which cannot be had again
     * @throws LgspException as {@link #removeSecondFactor}
     */
    public List<String> newRecoveryCodes(Staff staff, String password, String code, String remoteAddress) {
        prove(staff, password, code, remoteAddress);
        return own.newRecoveryCodes(staff, remoteAddress);
    }

    /**
     * Removes the second factor. Where the person's roles ask for one, a new one must be set up before anything else opens.
     *
     * @param code of the app, or a recovery code
     * @throws LgspException SIGN_IN_FAILED for a wrong password; CODE_WRONG; ACCOUNT_LOCKED; SIGN_IN_PAUSED; SECOND_FACTOR_STATE when
     *     there is none
     */
    public void removeSecondFactor(Staff staff, String password, String code, String remoteAddress) {
        prove(staff, password, code, remoteAddress);
        own.removeSecondFactor(staff, remoteAddress);
    }

    private void prove(Staff staff, String password, String code, String remoteAddress) {
        if (own.secondFactor(staff).since() == null) {
            throw new LgspException(ErrorCode.SECOND_FACTOR_STATE);
        }
        // The right password forgives nothing by itself; the code after it does.
        challenge.password(staff.username(), password, remoteAddress);
        challenge.code(staff.username(), code, remoteAddress);
    }
}
