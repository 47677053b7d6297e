package vn.lgsp.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Explanation;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.SignedIn;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.sso.boundary.Accounts;
import vn.lgsp.sso.boundary.PresentSession;
import vn.lgsp.sso.boundary.PresentSession.Step;

/** Changing one's own password. */
@Named
@RequestScoped
public class PasswordView {
    @Inject
    private Accounts accounts;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visit visit;

    @Inject
    private Explanation explanation;

    @Inject
    private Texts texts;

    @Inject
    private Redirect redirect;

    private String oldPassword;
    private String newPassword;
    private String repeated;
    private String oldProblem;
    private String newProblem;
    private String repeatedProblem;

    /** Changes the password; other sessions end. */
    public void change() throws IOException {
        if (newPassword == null || !newPassword.equals(repeated)) {
            repeatedProblem = texts.get("password.repeated.differs");
            return;
        }
        try {
            UUID session = SignedIn.session(request).map(PresentSession::id).orElse(null);
            accounts.changePassword(me.staff(), session, oldPassword, newPassword, request.getRemoteAddr());
            redirect.to(Paths.PASSWORD + "?xong=1");
        } catch (LgspException refusal) {
            explain(refusal);
        }
    }

    /** Whether nothing else opens before the password was changed. */
    public boolean isForced() {
        return SignedIn.session(request)
                .filter(session -> session.owes() == Step.PASSWORD)
                .isPresent();
    }

    private void explain(LgspException refusal) {
        if (refusal.code() == ErrorCode.PASSWORD_WEAK && !refusal.fields().isEmpty()) {
            newProblem = texts.with(
                    "password.new.refused", ErrorTexts.reason(refusal.fields().get(0), visit.getLocale()));
        } else if (refusal.code() == ErrorCode.SIGN_IN_FAILED) {
            oldProblem = texts.get("password.old.wrong");
        } else {
            oldProblem = explanation.of(refusal);
        }
    }

    public String getOldPassword() {
        return oldPassword;
    }

    public void setOldPassword(String oldPassword) {
        this.oldPassword = oldPassword;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }

    /** What is wrong with the old password; null when nothing. */
    public String getOldProblem() {
        return oldProblem;
    }

    /** What is wrong with the new password; null when nothing. */
    public String getNewProblem() {
        return newProblem;
    }

    /** What is wrong with the repetition; null when nothing. */
    public String getRepeatedProblem() {
        return repeatedProblem;
    }
}
