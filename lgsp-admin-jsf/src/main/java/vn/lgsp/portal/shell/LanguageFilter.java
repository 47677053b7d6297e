package vn.lgsp.portal.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Remembers the language of {@code ?lang=vi|en} in a cookie and opens the address without it. */
public class LanguageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int ONE_YEAR = 31_536_000;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String wish = "GET".equals(request.getMethod()) ? request.getParameter(Visit.LANGUAGE_PARAMETER) : null;
        if (wish == null || !Visit.LANGUAGES.contains(wish)) {
            chain.doFilter(request, response);
            return;
        }
        Cookie cookie = new Cookie(Visit.LANGUAGE_COOKIE, wish);
        cookie.setPath(request.getContextPath());
        cookie.setMaxAge(ONE_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        String rest = Paths.without(request.getQueryString(), Visit.LANGUAGE_PARAMETER);
        response.sendRedirect(request.getRequestURI() + (rest == null ? "" : "?" + rest));
    }
}
