package vn.lgsp.portal.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Forms are taken from pages of the portal only. Browsers say where a request comes from (Fetch Metadata; in plain HTTP the Origin
 * header); together with the session cookie, which never travels from other sites, nobody can make a signed-in person act unknowingly.
 *
 * <p>A link from elsewhere arrives without that cookie. It gets a page that opens the same address once more, now from the portal itself, so
 * that a person who is signed in does not land on the sign-in page.
 */
public class OriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> UNDERSTOOD = Set.of("GET", "HEAD", "POST");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (!UNDERSTOOD.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (!READING.contains(request.getMethod()) && !fromHere(request, site)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if ("cross-site".equals(site)
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "GET".equals(request.getMethod())
                && SignedIn.token(request) == null) {
            openAgain(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean fromHere(HttpServletRequest request, String site) {
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        try {
            return URI.create(origin).getRawAuthority() != null
                    && URI.create(origin).getRawAuthority().equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static void openAgain(HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Refresh", "0");
        response.getWriter().write("<!DOCTYPE html><title>LGSP</title>");
    }
}
