package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.SignedRequest;

/**
 * The header {@code Authorization} of OAuth 1.0 (RFC 5849 section 3.5.1).
 *
 * @param values what the parameters say, by name, decoded, one character per byte
 */
record OAuthAuthorization(Map<String, String> values) {
    static final String PREFIX = "oauth_";
    static final String CONSUMER_KEY = "oauth_consumer_key";
    static final String SIGNATURE = "oauth_signature";
    static final String METHOD = "oauth_signature_method";
    static final String BODY_HASH = "oauth_body_hash";

    private static final String HEADER = "Authorization";
    private static final String SCHEME = "OAuth ";
    private static final String REALM = "realm";
    private static final int MAX = 4_096;
    private static final int MAX_NONCE = 96;
    private static final Pattern PARAMETER = Pattern.compile("[ \t]*([A-Za-z_]{1,40})=\"([^\"\\\\]{0,2048})\"[ \t]*");
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,11}");
    private static final Pattern VISIBLE = Pattern.compile("[!-~]*");

    /** Whether a line of {@code Authorization} is of this scheme. */
    static boolean isOAuth(String line) {
        return line.strip().equalsIgnoreCase(SCHEME.strip()) || line.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * Reads the one header {@code Authorization}.
     *
     * @throws vn.lgsp.model.error.LgspException {@code signature-malformed}
     */
    static OAuthAuthorization read(SignedRequest request) {
        var header = request.lines("authorization").get(0);
        if (header.length() > MAX || header.length() <= SCHEME.length()) {
            throw Refusal.form(HEADER);
        }
        var values = new LinkedHashMap<String, String>();
        for (var member : header.substring(SCHEME.length()).split(",", -1)) {
            var parameter = PARAMETER.matcher(member);
            if (!parameter.matches()) {
                throw Refusal.form(HEADER);
            }
            var name = parameter.group(1);
            if (!name.equals(REALM) && !name.startsWith(PREFIX)) {
                throw Refusal.unknown(name);
            }
            var value = new String(PercentEncoding.decode(parameter.group(2), false, name), ISO_8859_1);
            if (values.put(name, value) != null) {
                throw Refusal.duplicate(name);
            }
        }
        return new OAuthAuthorization(values);
    }

    /** Whether there is such a parameter. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A parameter that must be there, of visible ASCII. */
    String require(String name, int max) {
        var value = values.get(name);
        if (value == null) {
            throw Refusal.required(name);
        }
        if (!VISIBLE.matcher(value).matches()) {
            throw Refusal.form(name);
        }
        if (value.isEmpty() || value.length() > max) {
            throw Refusal.length(name, 1, max);
        }
        return value;
    }

    /** When it was signed. */
    Instant timestamp() {
        var seconds = require("oauth_timestamp", 12);
        if (!SECONDS.matcher(seconds).matches()) {
            throw Refusal.form("oauth_timestamp");
        }
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    /** Clients make short nonces and count on the time: one counts once within its second (RFC 5849 section 3.3). */
    String nonce() {
        return "oauth1:" + timestamp().getEpochSecond() + ":" + require("oauth_nonce", MAX_NONCE);
    }

    /** What of the header is signed: everything but the realm and the signature itself. */
    List<Parameter> signed() {
        var signed = new ArrayList<Parameter>();
        values.forEach((name, value) -> {
            if (!name.equals(REALM) && !name.equals(SIGNATURE)) {
                signed.add(Parameter.plain(name, value));
            }
        });
        return signed;
    }
}
