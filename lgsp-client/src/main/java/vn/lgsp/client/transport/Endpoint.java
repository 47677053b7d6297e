package vn.lgsp.client.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the platform is. Addresses that the platform hands out are followed by their path only, so that a signed request can never
 * be led to another host.
 */
public final class Endpoint {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private final URI base;

    /**
     * An endpoint.
     *
     * @param uri scheme, host, port and perhaps a path in front of {@code /api}
     * @param plainHttp whether http may be used to another machine; to this one it always may
     * @throws IllegalArgumentException when the address cannot be used
     */
    public Endpoint(URI uri, boolean plainHttp) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null) {
            throw new IllegalArgumentException("Not the address of a platform: " + uri);
        }
        boolean loopback =
                LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches();
        if (!scheme.equals("https") && !(scheme.equals("http") && (plainHttp || loopback))) {
            throw new IllegalArgumentException("https is needed for " + uri + ", or plain http allowed explicitly");
        }
        String text = uri.toASCIIString();
        this.base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /**
     * The address of a path on this endpoint.
     *
     * @param pathAndQuery begins with a slash and is percent-encoded
     */
    public URI at(String pathAndQuery) {
        return URI.create(base + pathAndQuery);
    }

    /**
     * The path and query of an address that the platform handed out, relative or absolute, below this endpoint.
     *
     * @throws IllegalArgumentException when it is no address or its path is not below {@code /api/}
     */
    public String pathOf(String url) {
        URI uri = URI.create(url);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String prefix = base.getRawPath() == null ? "" : base.getRawPath();
        String below = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        if (!below.startsWith("/api/") || below.contains("/../") || below.contains("/./")) {
            throw new IllegalArgumentException("Not an address of the platform: " + url);
        }
        return uri.getRawQuery() == null ? below : below + "?" + uri.getRawQuery();
    }

    /** The address as text, without a slash at its end. */
    @Override
    public String toString() {
        return base.toString();
    }

    /** Percent-encodes one segment of a path or one value of a query: all but the unreserved characters of RFC 3986, as UTF-8. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (UNRESERVED.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", octet & 0xFF));
            }
        }
        return encoded.toString();
    }
}
