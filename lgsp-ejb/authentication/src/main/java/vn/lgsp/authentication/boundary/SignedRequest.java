package vn.lgsp.authentication.boundary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A request as it came over the wire, before anybody interpreted it. Nothing in it is trusted.
 *
 * <p>In a servlet filter: {@code getMethod}, {@code getScheme}, {@code getLocalAddr}, {@code getLocalPort}, {@code getRequestURI},
 * {@code getQueryString}, each line of {@code getHeaders} for each of {@code getHeaderNames}, {@code getRemoteAddr}.
 *
 * @param method the method, case as sent
 * @param scheme {@code http} or {@code https}: how the request reached the listener
 * @param localAddress IP address of the listener
 * @param localPort port of the listener
 * @param path the path as sent, percent-encoding kept
 * @param query the query as sent without its question mark; null or empty when there was none
 * @param headers the lines of each header in the order in which they came; names in any case, one character per byte (ISO 8859-1)
 * @param body reads the whole body into memory, bounded, the same bytes each time; null when the body is streamed. Only for schemes whose signature
 *     cannot be verified without it
 * @param clientCertificate the certificate that the client showed to the platform's own listener, in DER; null when it showed none. Whoever
 *     calls has to take it from the connection, never from a header
 * @param remoteAddress IP address of the client
 * @param requestId the id that the answer carries
 */
public record SignedRequest(
        String method,
        String scheme,
        String localAddress,
        int localPort,
        String path,
        String query,
        Map<String, List<String>> headers,
        Supplier<byte[]> body,
        byte[] clientCertificate,
        String remoteAddress,
        UUID requestId) {

    /** The header of older software that carries access key and secret, its name in lower case. */
    public static final String ACCESS_TOKEN_HEADER = "lgspaccesstoken";

    public SignedRequest {
        var lowerCase = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, lines) -> lowerCase
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                .addAll(lines));
        lowerCase.replaceAll((name, lines) -> List.copyOf(lines));
        headers = lowerCase;
    }

    /** A request over a connection without a certificate. */
    public SignedRequest(
            String method,
            String scheme,
            String localAddress,
            int localPort,
            String path,
            String query,
            Map<String, List<String>> headers,
            Supplier<byte[]> body,
            String remoteAddress,
            UUID requestId) {
        this(method, scheme, localAddress, localPort, path, query, headers, body, null, remoteAddress, requestId);
    }

    /**
     * The lines of a header, leading and trailing white space removed and folded lines joined (RFC 9421 section 2.1).
     *
     * @param name in lower case
     * @return empty when the request has no such header
     */
    public List<String> lines(String name) {
        return headers.getOrDefault(name, List.of()).stream()
                .map(line -> trim(FOLD.matcher(line).replaceAll(" ")))
                .toList();
    }

    /** The lines of a header joined to one value (RFC 9110 section 5.3); empty when the request has no such header. */
    public Optional<String> value(String name) {
        return has(name) ? Optional.of(String.join(", ", lines(name))) : Optional.empty();
    }

    /** Whether there is such a header, its name in lower case. */
    public boolean has(String name) {
        return headers.containsKey(name);
    }

    /** Whether the headers announce a body. What arrives is compared again by {@link BodyDigest#check}. */
    public boolean announcesBody() {
        return has("transfer-encoding") || lines("content-length").stream().anyMatch(length -> !length.matches("0+"));
    }

    private static final java.util.regex.Pattern FOLD = java.util.regex.Pattern.compile("[ \t]*\r?\n[ \t]+");

    private static String trim(String line) {
        var from = 0;
        var to = line.length();
        while (from < to && isBlank(line.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(line.charAt(to - 1))) {
            to--;
        }
        return line.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
