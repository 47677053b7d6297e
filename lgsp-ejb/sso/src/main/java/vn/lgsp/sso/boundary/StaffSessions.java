package vn.lgsp.sso.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.boundary.PresentSession.Step;
import vn.lgsp.sso.control.Challenge;
import vn.lgsp.sso.control.OpenSessions;
import vn.lgsp.sso.control.SecondFactors;
import vn.lgsp.sso.control.SignInSettings;
import vn.lgsp.sso.control.SignIns;

/**
 * Sessions of people who signed in (phiên đăng nhập). They stand in the database: they survive restarts, count on every node, and end
 * everywhere at once. A session belongs to this module and not to the portal, which is the first of the applications that share it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StaffSessions {
    @Inject
    private OpenSessions sessions;

    @Inject
    private Challenge challenge;

    @Inject
    private SignIns signIns;

    @Inject
    private SignInSettings settings;

    /**
     * Finds the session of a token and notes a sign of life. The rights of the person are those of this very moment.
     *
     * @param token as the browser showed it; may be null
     * @return empty when the session is over, or never was
     */
    public Optional<PresentSession> find(String token) {
        return sessions.find(token);
    }

    /**
     * Takes a code of the second factor for a session that owes one.
     *
     * @param code six digits of the authenticator app, or a recovery code; counts as an attempt to sign in when it is wrong
     * @throws LgspException CODE_WRONG; ACCOUNT_LOCKED; SIGN_IN_PAUSED; FORBIDDEN when the session is over; SECOND_FACTOR_STATE when it
     *     owes no code
     */
    public void giveCode(String token, String code, String remoteAddress) {
        PresentSession session = sessions.find(token).orElseThrow(() -> new LgspException(ErrorCode.FORBIDDEN));
        if (session.owes() != Step.CODE) {
            throw new LgspException(ErrorCode.SECOND_FACTOR_STATE);
        }
        SecondFactors.Proof proof = challenge.code(session.staff().username(), code, remoteAddress);
        signIns.completed(session.id(), session.staff(), proof, remoteAddress);
    }

    /** After this time without a request a session is over. */
    public Duration idle() {
        return settings.idle();
    }

    /** Ends the session of a token; does nothing when there is none. */
    public void signOut(String token) {
        sessions.signOut(token);
    }
}
