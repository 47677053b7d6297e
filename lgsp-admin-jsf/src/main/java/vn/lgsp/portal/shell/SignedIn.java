package vn.lgsp.portal.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import vn.lgsp.sso.boundary.PresentSession;
import vn.lgsp.sso.boundary.Visitor;

/**
 * How the browser shows its session: a cookie with a random token, which no script reads and no other site sends. The session itself
 * stands in the database; the portal keeps none.
 */
public final class SignedIn {
    private static final String COOKIE = "LGSP_SESSION";
    private static final String SESSION = "lgsp.session";

    private SignedIn() {}

    /** The token that the browser shows; null when it shows none. */
    public static String token(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return null;
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(COOKIE)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /** Hands the browser the token of a new session. */
    public static void begin(HttpServletRequest request, HttpServletResponse response, String token) {
        cookie(request, response, token, -1);
    }

    /** Makes the browser forget its token. */
    public static void forget(HttpServletRequest request, HttpServletResponse response) {
        cookie(request, response, "", 0);
    }

    /** The session of this request; empty where nobody is signed in. */
    public static Optional<PresentSession> session(HttpServletRequest request) {
        return Optional.ofNullable((PresentSession) request.getAttribute(SESSION));
    }

    static void found(HttpServletRequest request, PresentSession session) {
        request.setAttribute(SESSION, session);
    }

    /** Where this request comes from. */
    public static Visitor visitor(HttpServletRequest request) {
        return new Visitor(request.getRemoteAddr(), request.getHeader("User-Agent"));
    }

    private static void cookie(HttpServletRequest request, HttpServletResponse response, String value, int maxAge) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath(request.getContextPath());
        cookie.setMaxAge(maxAge);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }
}
