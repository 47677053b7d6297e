package vn.lgsp.portal.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import vn.lgsp.model.account.AccountLink.Purpose;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.sso.boundary.Invitations;
import vn.lgsp.sso.boundary.Invitations.Invitation;

/** What a one-time link opens: choosing the first password, or a new one. */
@Named
@RequestScoped
public class InvitationView {
    @Inject
    private Invitations invitations;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visit visit;

    @Inject
    private Texts texts;

    @Inject
    private Redirect redirect;

    private Invitation invitation;
    private LgspException refusal;
    private String newPassword;
    private String repeated;
    private String newProblem;
    private String repeatedProblem;

    @PostConstruct
    void read() {
        try {
            invitation = invitations.open(getToken(), request.getRemoteAddr());
        } catch (LgspException e) {
            refusal = e;
        }
    }

    /** Sets the password and leads to signing in. */
    public void accept() throws IOException {
        if (newPassword == null || !newPassword.equals(repeated)) {
            repeatedProblem = texts.get("password.repeated.differs");
            return;
        }
        try {
            invitations.accept(getToken(), newPassword, request.getRemoteAddr());
            redirect.to(Paths.SIGN_IN + "?da-dat=1");
        } catch (LgspException e) {
            if (e.code() == ErrorCode.PASSWORD_WEAK && !e.fields().isEmpty()) {
                newProblem = texts.with(
                        "password.new.refused", ErrorTexts.reason(e.fields().get(0), visit.getLocale()));
            } else {
                refusal = e;
            }
        }
    }

    /** What the link ends with; null when it is missing. */
    public String getToken() {
        return request.getParameter("ma");
    }

    public boolean isRefused() {
        return refusal != null;
    }

    public String getRefusalTitle() {
        return ErrorTexts.title(refusal.code(), visit.getLocale());
    }

    public String getRefusalText() {
        return ErrorTexts.detail(refusal, visit.getLocale());
    }

    public String getRefusalFix() {
        return ErrorTexts.fix(refusal.code(), visit.getLocale());
    }

    public Invitation getInvitation() {
        return invitation;
    }

    /** Whether it is the first password. */
    public boolean isFirst() {
        return invitation.purpose() == Purpose.INVITATION;
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

    /** What is wrong with the new password; null when nothing. */
    public String getNewProblem() {
        return newProblem;
    }

    /** What is wrong with the repetition; null when nothing. */
    public String getRepeatedProblem() {
        return repeatedProblem;
    }
}
