package vn.lgsp.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.SignedIn;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.sso.boundary.StaffSessions;

/** The second step of signing in: a code of the second factor. */
@Named
@RequestScoped
public class CodeView {
    @Inject
    private StaffSessions sessions;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visit visit;

    @Inject
    private Redirect redirect;

    @Inject
    @ManagedProperty("#{param['tiep']}")
    private String next;

    private String code;
    private LgspException refusal;

    /** Takes the code and opens the page that was asked for first. */
    public void give() throws IOException {
        try {
            sessions.giveCode(SignedIn.token(request), code, request.getRemoteAddr());
            redirect.to(Paths.ownOrHome(next));
        } catch (LgspException e) {
            refusal = e;
        }
    }

    public boolean isRefused() {
        return refusal != null;
    }

    public String getRefusalTitle() {
        return ErrorTexts.title(refusal.code(), visit.getLocale());
    }

    public String getRefusalFix() {
        return ErrorTexts.detail(refusal, visit.getLocale()) + " " + ErrorTexts.fix(refusal.code(), visit.getLocale());
    }

    /** Where to go afterwards, as asked; checked when it is used. */
    public String getNext() {
        return next;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
