package vn.lgsp.portal.shell;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import vn.lgsp.model.Staff;
import vn.lgsp.sso.boundary.PresentSession;
import vn.lgsp.sso.boundary.PresentSession.Step;
import vn.lgsp.sso.boundary.StaffSessions;

/**
 * Lets only signed-in people in, everywhere but on the pages for those who are not yet; what they may see there the boundaries decide. A
 * session that owes a step, such as the code of the second factor, opens the page of that step and no other.
 */
public class SignInFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String STAFF = "lgsp.staff";
    private static final Set<String> WITHOUT_SESSION = Set.of(Paths.SIGN_IN, Paths.INVITATION);

    @Inject
    private transient StaffSessions sessions;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = page(Paths.of(request));
        if (Paths.isAsset(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<PresentSession> session = sessions.find(SignedIn.token(request));
        if (session.isPresent()) {
            withSession(session.get(), path, request, response, chain);
        } else if (WITHOUT_SESSION.contains(path)) {
            chain.doFilter(request, response);
        } else {
            boolean ended = SignedIn.token(request) != null;
            if (ended) {
                SignedIn.forget(request, response);
            }
            response.sendRedirect(request.getContextPath() + signInAddress(request, ended));
        }
    }

    private static void withSession(
            PresentSession session,
            String path,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        SignedIn.found(request, session);
        // Whoever still owes a code is not signed in yet: no page and no boundary gets to know who it is.
        if (session.owes() != Step.CODE) {
            request.setAttribute(STAFF, session.staff());
        }
        String first = Paths.of(session.owes());
        boolean opens = path.equals(Paths.SIGN_OUT)
                || path.equals(Paths.INVITATION)
                || (first == null ? !path.equals(Paths.SIGN_IN) && !path.equals(Paths.CODE) : path.equals(first));
        if (opens) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(
                    request.getContextPath() + (first == null ? Paths.HOME : first + wish(request, path)));
        }
    }

    /** Who is signed in; empty on the pages for those who are not. */
    static Optional<Staff> staff(HttpServletRequest request) {
        return Optional.ofNullable((Staff) request.getAttribute(STAFF));
    }

    private static String page(String path) {
        return path.endsWith(".xhtml") ? path.substring(0, path.length() - ".xhtml".length()) : path;
    }

    private static String wish(HttpServletRequest request, String path) {
        boolean worth = "GET".equals(request.getMethod()) && !path.equals(Paths.SIGN_IN) && !path.equals(Paths.HOME);
        return worth ? "?tiep=" + Paths.encode(Paths.ownOrHome(Paths.withQuery(request))) : "";
    }

    private static String signInAddress(HttpServletRequest request, boolean ended) {
        // A form that came too late: back to its page, where the browser fills in what had been typed.
        String wish = "GET".equals(request.getMethod()) ? Paths.withQuery(request) : Paths.ofForm(request);
        String query = (ended ? "&het-phien=1" : "")
                + (Paths.HOME.equals(wish) ? "" : "&tiep=" + Paths.encode(Paths.ownOrHome(wish)));
        return Paths.SIGN_IN + (query.isEmpty() ? "" : "?" + query.substring(1));
    }
}
