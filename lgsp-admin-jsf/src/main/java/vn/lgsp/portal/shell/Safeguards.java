package vn.lgsp.portal.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.lgsp.model.Ids;
import vn.lgsp.model.error.LgspException;

/**
 * Around every response of the portal: the request id, a strict Content Security Policy and the other headers that keep a page to itself.
 * A refusal further in becomes its status; whatever else goes wrong is logged once under the request id, and the page shows the id only.
 */
public class Safeguards extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(Safeguards.class.getName());
    private static final String REQUEST_ID = "lgsp.request-id";

    /** No inline script, no inline style, nothing from elsewhere. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "style-src 'self'",
            "script-src 'self'");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(REQUEST_ID) == null) {
            request.setAttribute(REQUEST_ID, Ids.next().toString());
        }
        protect(request, response);
        try {
            HttpServletRequest own = new FreshNonce(new SessionlessRequest(request));
            chain.doFilter(own, new OnePolicy(new RelativeRedirects(response)));
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            refuse(request, response, e);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LgspException refusal) {
                response.sendError(refusal.code().status());
                return;
            }
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "Request " + requestId(request) + " failed: " + request.getMethod() + " " + request.getRequestURI(),
                failure);
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    /** The id under which the log tells of this request. */
    static String requestId(HttpServletRequest request) {
        return (String) request.getAttribute(REQUEST_ID);
    }

    private static void protect(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Request-Id", requestId(request));
        response.setHeader(OnePolicy.HEADER, POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        // Assets carry a version in their address; everything else is somebody's data.
        boolean forEver = Paths.isAsset(request) && request.getParameter("v") != null;
        response.setHeader("Cache-Control", forEver ? "public, max-age=31536000, immutable" : "no-store");
    }
}
