package vn.lgsp.portal.authentication;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import vn.lgsp.authentication.boundary.AuthenticationEventView;
import vn.lgsp.authentication.boundary.AuthenticationEvents;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Texts;

/** One entry of the authentication log: who, from where, why, and what to do about it. */
@Named
@RequestScoped
public class AuthenticationEntryPage {
    @Inject
    private AuthenticationEvents events;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private HttpServletRequest request;

    private AuthenticationEventView entry;

    @PostConstruct
    void read() {
        entry = events.find(me.staff(), Paths.id(request.getParameter("ma")));
    }

    public AuthenticationEventView getEntry() {
        return entry;
    }

    /** Whose key it was, or that it was nobody's. */
    public String getHeading() {
        return entry.application() == null ? texts.get("authentication.nobody") : entry.application();
    }

    /** What came of it, in words. */
    public String getResult() {
        return entry.refused() ? texts.of("auth-reason", entry.reason()) : texts.get("auth-result.ACCEPTED");
    }

    /** What to do about it; null when it was let in. */
    public String getAdvice() {
        return entry.refused() ? texts.of("auth-advice", entry.reason()) : null;
    }

    public String getScheme() {
        return entry.scheme() == null ? null : texts.of("auth-scheme", entry.scheme());
    }

    /** Where what was signed can be compared; null when nothing was kept. */
    public String getDebugPath() {
        return entry.signingText() == null ? null : Paths.SIGNATURE_DEBUGGER + "?nhat-ky=" + entry.id();
    }

    /** The list narrowed to this address. */
    public String getSameAddress() {
        return Paths.AUTHENTICATION + "?q=" + entry.remoteAddress();
    }
}
