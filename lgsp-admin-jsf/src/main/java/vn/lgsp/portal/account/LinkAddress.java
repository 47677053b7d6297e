package vn.lgsp.portal.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.sso.boundary.OneTimeLink;

/** The whole address of a one-time link, as an administrator hands it on. */
@RequestScoped
public class LinkAddress {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    /** The address that opens the link, as this administrator reaches the portal. */
    public String of(OneTimeLink link) {
        String here = request.getRequestURL().toString();
        String root = here.substring(0, here.length() - request.getRequestURI().length()) + request.getContextPath();
        return root + Paths.INVITATION + "?ma=" + link.token();
    }

    /** For whom it is and until when it counts. */
    public String text(OneTimeLink link, String fullName) {
        return texts.with("link.text", fullName, format.dateTime(link.expiresAt()));
    }

    /** The page of the user it is for. */
    public String page(OneTimeLink link) {
        return Paths.USER + "?ma=" + link.accountId();
    }
}
