package vn.lgsp.portal.shell;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import vn.lgsp.model.Staff;
import vn.lgsp.sso.boundary.Accounts;

/** Lets only signed-in people in, everywhere but on the sign-in page; what they may see there the boundaries decide. */
public class SignInFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String STAFF = "lgsp.staff";

    @Inject
    private transient Accounts accounts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Paths.of(request);
        if (Paths.isAsset(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<SignedIn> signedIn = SignedIn.of(request);
        Optional<Staff> staff = signedIn.flatMap(session -> accounts.current(session.accountId()));
        boolean signInPage = path.equals(Paths.SIGN_IN) || path.equals(Paths.SIGN_IN + ".xhtml");
        if (staff.isEmpty()) {
            SignedIn.end(request);
            if (signInPage) {
                chain.doFilter(request, response);
            } else {
                response.sendRedirect(request.getContextPath() + signInAddress(request, signedIn.isPresent()));
            }
            return;
        }
        request.setAttribute(STAFF, staff.get());
        boolean passwordFirst =
                signedIn.get().mustChangePassword() && !path.startsWith(Paths.PASSWORD) && !path.equals(Paths.SIGN_OUT);
        if (passwordFirst) {
            response.sendRedirect(request.getContextPath() + Paths.PASSWORD);
        } else if (signInPage) {
            response.sendRedirect(request.getContextPath() + Paths.HOME);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Who is signed in; empty on the sign-in page. */
    static Optional<Staff> staff(HttpServletRequest request) {
        return Optional.ofNullable((Staff) request.getAttribute(STAFF));
    }

    private static String signInAddress(HttpServletRequest request, boolean ended) {
        String wish = "GET".equals(request.getMethod()) ? Paths.withQuery(request) : Paths.HOME;
        boolean expired = ended || request.getRequestedSessionId() != null;
        String query = (expired ? "&het-phien=1" : "")
                + (Paths.HOME.equals(wish) ? "" : "&tiep=" + Paths.encode(Paths.ownOrHome(wish)));
        return Paths.SIGN_IN + (query.isEmpty() ? "" : "?" + query.substring(1));
    }
}
