package vn.lgsp.authentication.boundary;

import java.security.SecureRandom;
import java.util.Base64;

/** What a 401 answer tells a client about how to sign. */
public final class Challenge {

    /** Name of the header with {@link #WWW_AUTHENTICATE_VALUE}. */
    public static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    /**
     * The ways of signing that anybody may use (RFC 9110 section 11.6.1). RFC 9421 registers no authentication scheme; the name is that of the
     * OpenAPI document.
     */
    public static final String WWW_AUTHENTICATE_VALUE =
            "Signature realm=\"LGSP\", profile=\"lgsp-1\", AWS4-HMAC-SHA256 realm=\"LGSP\", OAuth realm=\"LGSP\"";

    /** Name of the header with {@link #acceptSignature} (RFC 9421 section 5). */
    public static final String ACCEPT_SIGNATURE = "Accept-Signature";

    /** Name of the header with {@link #WANT_CONTENT_DIGEST_VALUE} (RFC 9530 section 4). */
    public static final String WANT_CONTENT_DIGEST = "Want-Content-Digest";

    /** The digests the platform compares; sha-256 is needed for uploads. */
    public static final String WANT_CONTENT_DIGEST_VALUE = "sha-256=10, sha-512=3";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Challenge() {}

    /**
     * The signature that would have been accepted. It proposes a fresh nonce, as the RFC wants a value there; clients may take another.
     *
     * @param body whether the refused request has a body
     */
    public static String acceptSignature(boolean body) {
        var nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return "lgsp=(\"@method\" \"@target-uri\"%s);created;nonce=\"%s\";alg=\"hmac-sha256\";tag=\"lgsp-1\""
                .formatted(
                        body ? " \"content-digest\" \"content-type\"" : "",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(nonce));
    }
}
