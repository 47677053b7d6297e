package vn.lgsp.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Redirect;
import vn.lgsp.portal.shell.SignedIn;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.sso.boundary.Accounts;
import vn.lgsp.sso.boundary.NewSession;

/** The sign-in page; keeps no state on the server, so that it never expires. */
@Named
@RequestScoped
public class SignInView {
    @Inject
    private Accounts accounts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visit visit;

    @Inject
    private Redirect redirect;

    @Inject
    @ManagedProperty("#{param['tiep']}")
    private String next;

    private String username;
    private String password;
    private LgspException refusal;

    /** Signs in and opens the page that was asked for first. */
    public void signIn() throws IOException {
        try {
            NewSession session = accounts.signIn(username, password, SignedIn.visitor(request));
            SignedIn.begin(request, response(), session.token());
            redirect.to(Paths.ownOrHome(next));
        } catch (LgspException e) {
            refusal = e;
        }
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
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

    /** Where to go after signing in, as asked; checked when it is used. */
    public String getNext() {
        return next;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
