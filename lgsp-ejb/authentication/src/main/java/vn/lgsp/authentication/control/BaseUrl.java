package vn.lgsp.authentication.control;

import java.net.URI;
import java.util.Locale;

/**
 * An address under which clients know the platform, without a path.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host in lower case; port only when it is not the scheme's own (RFC 9421 section 2.2.3)
 */
record BaseUrl(String scheme, String authority) {

    /**
     * Reads an address from a setting.
     *
     * @throws IllegalArgumentException when it is not just scheme, host and port
     */
    static BaseUrl parse(String text) {
        var uri = URI.create(text.strip());
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if (!scheme.matches("https?")
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !path.matches("/?")) {
            throw new IllegalArgumentException(
                    "Not an address of the platform: \"%s\"; write it like https://lgsp.example.vn or http://host:8080."
                            .formatted(text));
        }
        return of(scheme, uri.getHost(), uri.getPort());
    }

    static BaseUrl of(String scheme, String host, int port) {
        var own = port < 0 || port == defaultPort(scheme);
        return new BaseUrl(scheme, host.toLowerCase(Locale.ROOT) + (own ? "" : ":" + port));
    }

    static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority;
    }
}
