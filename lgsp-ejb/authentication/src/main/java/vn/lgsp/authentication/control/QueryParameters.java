package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;

/** Single query parameters as components (RFC 9421 section 2.2.8): decoded as a form, then encoded anew. */
final class QueryParameters {
    private QueryParameters() {}

    /**
     * The value of a parameter in its canonical encoding.
     *
     * @param query the query as sent, may be null
     * @param name the parameter's name in its canonical encoding
     * @return empty when the query has no such parameter, has it more than once, or is not well encoded
     */
    static Optional<String> value(String query, String name) {
        if (query == null) {
            return Optional.empty();
        }
        String found = null;
        try {
            for (var pair : query.split("&")) {
                var equals = pair.indexOf('=');
                var key = equals < 0 ? pair : pair.substring(0, equals);
                if (!pair.isEmpty() && canonical(key).equals(name)) {
                    if (found != null) {
                        return Optional.empty();
                    }
                    found = equals < 0 ? "" : canonical(pair.substring(equals + 1));
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(found);
    }

    private static String canonical(String encoded) {
        return URLEncoder.encode(URLDecoder.decode(encoded, UTF_8), UTF_8).replace("+", "%20");
    }
}
