package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a page is asked for: in which language, in which colours, at which address. */
@Named
@RequestScoped
public class Visit {
    static final String LANGUAGE_PARAMETER = "lang";
    static final String LANGUAGE_COOKIE = "lgsp_lang";
    static final Set<String> LANGUAGES = Set.of("vi", "en");
    private static final String THEME_COOKIE = "lgsp_theme";
    private static final Set<String> THEMES = Set.of("light", "dark");

    @Inject
    private HttpServletRequest request;

    /** Vietnamese unless the person chose English; what the browser prefers does not count. */
    public Locale getLocale() {
        return Locale.forLanguageTag(
                cookie(LANGUAGE_COOKIE).filter(LANGUAGES::contains).orElse("vi"));
    }

    /** {@code light} or {@code dark} when the person chose, else {@code auto}: as the system has it. */
    public String getTheme() {
        return cookie(THEME_COOKIE).filter(THEMES::contains).orElse("auto");
    }

    /** Under which id the log tells of this request. */
    public String getRequestId() {
        return Safeguards.requestId(request);
    }

    /** The path of the page, without context root; of the page that was asked for when an error is shown. */
    public String getPath() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed == null ? request.getRequestURI() : failed.toString();
        return uri.substring(Math.min(uri.length(), request.getContextPath().length()));
    }

    /** Where the context root of the portal is, e.g. {@code /portal}. */
    public String getRoot() {
        return request.getContextPath();
    }

    /** The present address in the other language. */
    public String in(String language) {
        boolean failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
        String rest = failed ? null : Paths.without(request.getQueryString(), LANGUAGE_PARAMETER);
        return getRoot() + getPath() + "?" + (rest == null ? "" : rest + "&") + LANGUAGE_PARAMETER + "=" + language;
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
