package vn.lgsp.client.signing;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests with the profile {@code lgsp-1}: RFC 9421 with HMAC-SHA256, label {@code lgsp}.
 *
 * <p>Covered are {@code "@method" "@target-uri"}, then {@code "content-digest"}, {@code "content-type"}, {@code "idempotency-key"} and
 * {@code "authorization"} where the request has these headers. A request with a body must have the first two of them; {@link ContentDigest} makes the digest.
 * The key is the UTF-8 text of the secret exactly as it was shown, nothing is decoded. Each signature carries the time and a nonce of
 * 128 random bits and is good for one request only: sign again before repeating one.
 *
 * <pre>{@code
 * RequestSigner signer = new RequestSigner("LGSPAK…", "lgsp_test_sk_…");
 * SignedRequest signed = signer.sign(new SignableRequest("GET", uri, Map.of()));
 * signed.headers().forEach(httpRequest::header);
 * }</pre>
 *
 * <p>Instances are immutable and safe for threads.
 */
public final class RequestSigner {

    /** Name of the header with what is covered and the parameters. */
    public static final String SIGNATURE_INPUT = "Signature-Input";

    /** Name of the header with the signature itself. */
    public static final String SIGNATURE = "Signature";

    /** Label and tag of the profile. */
    private static final String LABEL = "lgsp";

    private static final String TAG = "lgsp-1";
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String[] COVERED_WHEN_PRESENT = {
        "content-digest", "content-type", "idempotency-key", "authorization"
    };

    private final String accessKey;
    private final SecretKeySpec key;
    private final Clock clock;
    private final Supplier<String> nonces;

    /**
     * A signer that uses this machine's clock, which must be within five minutes of the platform's.
     *
     * @param accessKey the access key, sent as {@code keyid}
     * @param secret the secret as it was shown when the key was issued
     */
    public RequestSigner(String accessKey, String secret) {
        this(accessKey, secret, Clock.systemUTC(), RequestSigner::randomNonce);
    }

    /**
     * A signer with a clock and nonces of the caller's choice.
     *
     * @param nonces gives a value that was never used before with this access key
     */
    public RequestSigner(String accessKey, String secret, Clock clock, Supplier<String> nonces) {
        this(accessKey, key(secret), clock, nonces);
    }

    private RequestSigner(String accessKey, SecretKeySpec key, Clock clock, Supplier<String> nonces) {
        if (accessKey.isBlank()) {
            throw new IllegalArgumentException("The access key must not be blank");
        }
        this.accessKey = accessKey;
        this.key = key;
        this.clock = Objects.requireNonNull(clock);
        this.nonces = Objects.requireNonNull(nonces);
    }

    /**
     * The same signer with another clock, for machines that know how far their own is off.
     *
     * @param newClock says what stands in {@code created}
     */
    public RequestSigner at(Clock newClock) {
        return new RequestSigner(accessKey, key, newClock, nonces);
    }

    /** The access key of this signer. */
    public String accessKey() {
        return accessKey;
    }

    /**
     * Signs a request.
     *
     * @param request with the headers {@code Content-Digest} and {@code Content-Type} if it has a body
     * @throws IllegalArgumentException when only one of these two headers is there
     */
    public SignedRequest sign(SignableRequest request) {
        if (request.has("content-digest") && !request.has("content-type")) {
            throw new IllegalArgumentException("A request with a body needs Content-Type as well");
        }
        SignatureBase base = new SignatureBase().cover("@method", "@target-uri");
        boolean body = request.has("content-digest");
        for (String header : COVERED_WHEN_PRESENT) {
            if (request.has(header) && (body || !header.equals("content-type"))) {
                base.cover(header);
            }
        }
        base.parameter("created", clock.instant().getEpochSecond())
                .parameter("keyid", accessKey)
                .parameter("alg", "hmac-sha256")
                .parameter("nonce", nonces.get())
                .parameter("tag", TAG);
        String text = base.of(request);
        return new SignedRequest(
                text,
                Map.of(
                        SIGNATURE_INPUT,
                        LABEL + "=" + base.parameters(),
                        SIGNATURE,
                        LABEL + "=:" + mac(key, text) + ":"));
    }

    /**
     * Whether somebody who has the same secret made this HMAC-SHA256.
     *
     * @param input what was signed
     * @param mac 32 bytes, or anything
     */
    public boolean hasSigned(byte[] input, byte[] mac) {
        return MessageDigest.isEqual(macOf(key, input), mac);
    }

    /** HMAC-SHA256 of a signature base in base64 (RFC 9421 section 3.3.3). */
    static String mac(SecretKeySpec key, String base) {
        return Base64.getEncoder().encodeToString(macOf(key, base.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] macOf(SecretKeySpec key, byte[] input) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(input);
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }

    private static SecretKeySpec key(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The secret must not be blank");
        }
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    private static String randomNonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
    }
}
