package vn.lgsp.portal.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.SignedIn;
import vn.lgsp.sso.boundary.Enrolment;
import vn.lgsp.sso.boundary.FactorStatus;
import vn.lgsp.sso.boundary.PresentSession;
import vn.lgsp.sso.boundary.PresentSession.Step;
import vn.lgsp.sso.boundary.Profile;

/** Setting up one's second factor, renewing its recovery codes, removing it. */
@Named
@RequestScoped
public class SecondFactorView {
    @Inject
    private Profile profile;

    @Inject
    private Me me;

    @Inject
    private Redirect redirect;

    @Inject
    private Explanation explanation;

    @Inject
    private HttpServletRequest request;

    private FactorStatus status;
    private Enrolment enrolment;
    private List<String> recoveryCodes = List.of();
    private String code;
    private String password;
    private String problem;

    @PostConstruct
    void read() {
        status = profile.secondFactor(me.staff());
        enrolment = profile.pending(me.staff()).orElse(null);
    }

    /** Makes a new secret. */
    public void begin() throws IOException {
        attempt(() -> profile.enrol(me.staff()));
        if (problem == null) {
            redirect.to(Paths.SECOND_FACTOR);
        }
    }

    /** Takes the first code of the app and shows the recovery codes. */
    public void confirm() {
        attempt(() -> recoveryCodes = profile.confirm(
                me.staff(),
                SignedIn.session(request).map(PresentSession::id).orElse(null),
                code,
                request.getRemoteAddr()));
    }

    /** Replaces the recovery codes and shows the new ones. */
    public void renew() {
        attempt(() -> recoveryCodes = profile.newRecoveryCodes(me.staff(), password, code, request.getRemoteAddr()));
    }

    /** Removes the second factor. */
    public void remove() throws IOException {
        attempt(() -> profile.removeSecondFactor(me.staff(), password, code, request.getRemoteAddr()));
        if (problem == null) {
            redirect.to(Paths.PROFILE + "?xong=factor-off");
        }
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (LgspException refusal) {
            problem = explanation.of(refusal);
        }
    }

    /** Whether nothing else opens before it is set up. */
    public boolean isForced() {
        return recoveryCodes.isEmpty()
                && SignedIn.session(request)
                        .filter(session -> session.owes() == Step.SECOND_FACTOR)
                        .isPresent();
    }

    public FactorStatus getStatus() {
        return status;
    }

    /** What the page shows: codes, off, pending, on. */
    public String getStage() {
        if (!recoveryCodes.isEmpty()) {
            return "codes";
        }
        if (status.since() != null) {
            return "on";
        }
        return enrolment == null ? "off" : "pending";
    }

    /** The recovery codes, one a line. */
    public String getRecoveryCodes() {
        return String.join("\n", recoveryCodes);
    }

    /** The secret in groups of four, for typing. */
    public String getSecret() {
        return enrolment.secret().replaceAll("(.{4})(?!$)", "$1 ");
    }

    public QrCode getQr() {
        return QrCode.of(enrolment.uri());
    }

    /** Why it was refused; null when it was not. */
    public String getProblem() {
        return problem;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
