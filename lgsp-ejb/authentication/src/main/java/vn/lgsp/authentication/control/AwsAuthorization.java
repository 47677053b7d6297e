package vn.lgsp.authentication.control;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lgsp.authentication.boundary.SignedRequest;

/**
 * The header {@code Authorization} of AWS Signature V4.
 *
 * @param vendor whose names are used
 * @param accessKey the key
 * @param date of the credential scope, {@code yyyyMMdd}
 * @param region of the credential scope; any, but what is derived from the secret depends on it
 * @param service likewise
 * @param signedHeaders in lower case, each once, in order
 * @param signature 64 hexadecimal digits in lower case: there is one way to write it, so it can stand for a nonce
 */
record AwsAuthorization(
        AwsVendor vendor,
        String accessKey,
        String date,
        String region,
        String service,
        List<String> signedHeaders,
        String signature) {

    private static final int MAX = 4_096;
    private static final int MAX_HEADERS = 64;
    private static final String HEADER = "Authorization";
    private static final Pattern DATE = Pattern.compile("[0-9]{8}");
    private static final Pattern PART = Pattern.compile("[!-.0-~]{1,64}");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]{1,64}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> KNOWN = Set.of("Credential", "SignedHeaders", "Signature");

    /** Cannot be signed: it carries the signature. */
    private static final String ITSELF = "authorization";

    /**
     * Reads the one header {@code Authorization}.
     *
     * @throws vn.lgsp.model.error.LgspException {@code signature-malformed}, {@code signature-not-covering} when {@code host} is not signed
     */
    static AwsAuthorization read(SignedRequest request) {
        var header = request.lines(ITSELF).get(0);
        var vendor = AwsVendor.of(header).orElseThrow(() -> Refusal.form(HEADER));
        if (header.length() > MAX || !header.startsWith(vendor.algorithm() + " ")) {
            throw Refusal.form(HEADER);
        }
        var members = members(header.substring(vendor.algorithm().length() + 1));
        var credential = require(members, "Credential").split("/", -1);
        if (credential.length != 5
                || credential[0].isEmpty()
                || credential[0].length() > MessageSignatureScheme.MAX_KEY
                || !DATE.matcher(credential[1]).matches()
                || !PART.matcher(credential[2]).matches()
                || !PART.matcher(credential[3]).matches()
                || !credential[4].equals(vendor.terminator())) {
            throw Refusal.form("Credential");
        }
        var signature = require(members, "Signature");
        if (!SIGNATURE.matcher(signature).matches()) {
            throw Refusal.form("Signature");
        }
        return new AwsAuthorization(
                vendor,
                credential[0],
                credential[1],
                credential[2],
                credential[3],
                names(require(members, "SignedHeaders")),
                signature);
    }

    /** Date, region, service and the vendor's own word. */
    String scope() {
        return String.join("/", date, region, service, vendor.terminator());
    }

    byte[] signatureBytes() {
        return HexFormat.of().parseHex(signature);
    }

    private static Map<String, String> members(String text) {
        var members = new HashMap<String, String>();
        for (var member : text.split(",", KNOWN.size() + 1)) {
            var equals = member.indexOf('=');
            var name = equals < 0 ? "" : member.substring(0, equals).strip();
            if (!KNOWN.contains(name)) {
                throw Refusal.form(HEADER);
            }
            if (members.put(name, member.substring(equals + 1).strip()) != null) {
                throw Refusal.duplicate(name);
            }
        }
        return members;
    }

    private static String require(Map<String, String> members, String name) {
        var value = members.get(name);
        if (value == null) {
            throw Refusal.required(name);
        }
        return value;
    }

    private static List<String> names(String text) {
        var names = List.of(text.split(";", MAX_HEADERS + 1));
        if (names.size() > MAX_HEADERS) {
            throw Refusal.items("SignedHeaders", 1, MAX_HEADERS);
        }
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (!NAME.matcher(name).matches()
                    || name.equals(ITSELF)
                    || i > 0 && names.get(i - 1).compareTo(name) >= 0) {
                throw Refusal.form("SignedHeaders");
            }
        }
        return names;
    }
}
