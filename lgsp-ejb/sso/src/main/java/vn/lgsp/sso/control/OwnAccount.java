package vn.lgsp.sso.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.AccountEvent;
import vn.lgsp.model.account.AccountEvent.Kind;
import vn.lgsp.model.account.StaffSession.End;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.sso.boundary.Enrolment;
import vn.lgsp.sso.boundary.FactorStatus;
import vn.lgsp.sso.boundary.SessionView;

/** A person's own account; each method is one transaction. Passwords and codes have been asked for before. */
@Stateless
public class OwnAccount {
    @Inject
    private SessionStore sessions;

    @Inject
    private SessionViews views;

    @Inject
    private SecondFactors factors;

    @Inject
    private AccountEvents events;

    @Inject
    private SignInSettings settings;

    public List<SessionView> sessions(Staff staff, UUID present) {
        return views.of(staff.accountId(), present);
    }

    public List<AccountEvent> events(Staff staff, int limit) {
        return events.of(staff.accountId(), null, limit);
    }

    /** Ends one session; NOT_FOUND when there is none. */
    public void endSession(Staff staff, UUID sessionId, String remoteAddress) {
        if (!sessions.end(staff.accountId(), sessionId, End.ENDED_ELSEWHERE, Instant.now())) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        note(staff, Kind.SESSION_ENDED, null, remoteAddress);
    }

    /** Ends all sessions but one; returns how many. */
    public int endOthers(Staff staff, UUID present, String remoteAddress) {
        int ended = sessions.endAll(staff.accountId(), present, End.ENDED_ELSEWHERE, Instant.now());
        note(staff, Kind.SESSIONS_ENDED, Integer.toString(ended), remoteAddress);
        return ended;
    }

    public FactorStatus secondFactor(Staff staff) {
        boolean required = settings.secondFactorRequired(
                staff.grants().stream().map(Staff.Grant::role).collect(Collectors.toSet()));
        return new FactorStatus(
                factors.since(staff.accountId()).orElse(null), factors.recoveryCodesLeft(staff.accountId()), required);
    }

    public Enrolment enrol(Staff staff) {
        return enrolment(staff, factors.begin(staff.accountId()));
    }

    public Optional<Enrolment> pending(Staff staff) {
        return factors.pending(staff.accountId()).map(secret -> enrolment(staff, secret));
    }

    /** Switches the factor on, in the present session as given; the others end, because they have not given it. */
    public List<String> confirmed(Staff staff, UUID present, String remoteAddress) {
        List<String> codes = factors.confirm(staff.accountId());
        Instant now = Instant.now();
        sessions.secondFactorGiven(present, now);
        sessions.endAll(staff.accountId(), present, End.ENDED_ELSEWHERE, now);
        note(staff, Kind.SECOND_FACTOR_ON, null, remoteAddress);
        return codes;
    }

    public List<String> newRecoveryCodes(Staff staff, String remoteAddress) {
        note(staff, Kind.RECOVERY_CODES_MADE, null, remoteAddress);
        return factors.newRecoveryCodes(staff.accountId());
    }

    public void removeSecondFactor(Staff staff, String remoteAddress) {
        factors.remove(staff.accountId());
        note(staff, Kind.SECOND_FACTOR_OFF, null, remoteAddress);
    }

    private void note(Staff staff, Kind kind, String detail, String remoteAddress) {
        events.note(staff, staff.accountId(), kind, detail, null, remoteAddress);
    }

    private Enrolment enrolment(Staff staff, String secret) {
        String issuer = encoded(settings.issuer());
        return new Enrolment(
                secret,
                "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                        .formatted(issuer, encoded(staff.username()), secret, issuer, Totp.DIGITS, Totp.STEP_SECONDS));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
