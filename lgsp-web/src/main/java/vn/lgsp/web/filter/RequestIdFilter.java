package vn.lgsp.web.filter;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Finds the language, and gives each answer its id, the platform's time and the headers that keep it from being stored or sniffed. */
@PreMatching
public class RequestIdFilter implements ContainerRequestFilter, ContainerResponseFilter {
    /** Names the answer in the platform's logs. */
    public static final String REQUEST_ID = "X-Request-Id";

    /** The request's property that tells when its way of signing ends, an {@link Instant}. */
    static final String SUNSET = "vn.lgsp.sunset";

    private static final Instant DEPRECATED_SINCE = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    private RequestContext context;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(REQUEST_ID, context.id().toString());
        List<Locale> wanted = request.getAcceptableLanguages();
        for (Locale locale : wanted) {
            if (locale.getLanguage().equals("vi")) {
                return;
            }
            if (locale.getLanguage().equals("en")) {
                context.preferEnglish();
                return;
            }
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        // Kept in the request: the first event of a stream may be sent by a thread in which no request context is
        // active.
        Object id = request.getProperty(REQUEST_ID);
        headers.putSingle(REQUEST_ID, id == null ? context.id().toString() : id);
        headers.putSingle(HttpHeaders.DATE, httpDate(ZonedDateTime.now(ZoneOffset.UTC)));
        Object ending = request.getProperty(SUNSET);
        if (ending instanceof Instant sunset) {
            // RFC 9745: deprecated since the platform exists; RFC 8594: until the application's waiver ends.
            headers.putSingle("Deprecation", "@" + DEPRECATED_SINCE.getEpochSecond());
            headers.putSingle("Sunset", httpDate(sunset.atZone(ZoneOffset.UTC)));
        }
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.computeIfAbsent(HttpHeaders.CACHE_CONTROL, name -> List.of("no-store"));
    }

    private static String httpDate(ZonedDateTime time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time);
    }
}
