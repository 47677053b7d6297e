package vn.lgsp.client.signing;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a signature can cover of a request (RFC 9421 section 2).
 *
 * @param method the method in upper case, e.g. {@code POST}
 * @param uri the absolute URI exactly as it will be sent; its percent-encoding is kept, a fragment is ignored
 * @param headers headers by name; names are compared without case, values of one header are joined by a comma already
 */
public record SignableRequest(String method, URI uri, Map<String, String> headers) {

    /** Normalises header names to lower case. */
    public SignableRequest {
        if (!uri.isAbsolute() || uri.getHost() == null) {
            throw new IllegalArgumentException("The URI must be absolute and name a host: " + uri);
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The URI must not carry user information");
        }
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value.strip()));
        headers = Map.copyOf(lower);
    }

    /**
     * The value of one component.
     *
     * @param name {@code @method}, {@code @target-uri}, {@code @authority}, {@code @scheme}, {@code @request-target}, {@code @path},
     *     {@code @query} or the name of a header in lower case
     * @throws IllegalArgumentException when the request has no such component
     */
    String component(String name) {
        return switch (name) {
            case "@method" -> method;
            case "@target-uri" -> scheme() + "://" + authority() + requestTarget();
            case "@authority" -> authority();
            case "@scheme" -> scheme();
            case "@request-target" -> requestTarget();
            case "@path" -> path();
            case "@query" -> "?" + (uri.getRawQuery() == null ? "" : uri.getRawQuery());
            default -> header(name);
        };
    }

    boolean has(String header) {
        return headers.containsKey(header);
    }

    private String header(String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The request has no component \"" + name + "\"");
        }
        return value;
    }

    private String scheme() {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    /** Host in lower case, with the port only when it is not the scheme's own (RFC 9421 section 2.2.3). */
    private String authority() {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean defaultPort =
                uri.getPort() < 0 || List.of("https:443", "http:80").contains(scheme() + ":" + uri.getPort());
        return defaultPort ? host : host + ":" + uri.getPort();
    }

    private String requestTarget() {
        return uri.getRawQuery() == null ? path() : path() + "?" + uri.getRawQuery();
    }

    private String path() {
        return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }
}
