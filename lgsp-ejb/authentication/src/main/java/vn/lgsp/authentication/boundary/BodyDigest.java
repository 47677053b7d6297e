package vn.lgsp.authentication.boundary;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import vn.lgsp.model.Digest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * What the signature says about the body (RFC 9530 {@code Content-Digest}). The signature is verified before the body is read, so whoever
 * reads the body must compare: {@link #check} for a body in memory, {@link #sha256} for one that streams.
 */
public final class BodyDigest {
    private static final BodyDigest NONE = new BodyDigest(Map.of());

    /** Digests by their names in Java; all of them must agree. */
    private final Map<String, byte[]> digests;

    private BodyDigest(Map<String, byte[]> digests) {
        this.digests = Map.copyOf(digests);
    }

    /** The signature covers no digest: only an empty body is good. */
    public static BodyDigest none() {
        return NONE;
    }

    /**
     * Digests that the signature covers.
     *
     * @param sha256 32 bytes, or null
     * @param sha512 64 bytes, or null
     */
    public static BodyDigest of(byte[] sha256, byte[] sha512) {
        if (sha256 != null && sha512 != null) {
            return new BodyDigest(Map.of("SHA-256", sha256.clone(), "SHA-512", sha512.clone()));
        }
        return sha256 != null
                ? new BodyDigest(Map.of("SHA-256", sha256.clone()))
                : new BodyDigest(Map.of("SHA-512", sha512.clone()));
    }

    /** The SHA-256 that a streamed body must have; empty when the client declared none. */
    public Optional<Digest> sha256() {
        return Optional.ofNullable(digests.get("SHA-256")).map(Digest::of);
    }

    /**
     * The SHA-256 that a streamed body must have.
     *
     * @throws LgspException {@code digest-missing} when the client declared none
     */
    public Digest requireSha256() {
        return sha256().orElseThrow(() -> new LgspException(ErrorCode.DIGEST_MISSING));
    }

    /**
     * Compares a body, as received and before any content coding is undone.
     *
     * @param body the bytes; empty for none
     * @throws LgspException {@code signature-not-covering} when there is a body that no digest covers, {@code body-digest-mismatch} when it
     *     is not the body that was signed
     */
    public void check(byte[] body) {
        if (digests.isEmpty() && body.length > 0) {
            throw new LgspException(ErrorCode.SIGNATURE_NOT_COVERING, "content-digest");
        }
        digests.forEach((algorithm, expected) -> {
            if (!MessageDigest.isEqual(expected, digest(algorithm, body))) {
                throw new LgspException(ErrorCode.BODY_DIGEST_MISMATCH);
            }
        });
    }

    private static byte[] digest(String algorithm, byte[] body) {
        try {
            return MessageDigest.getInstance(algorithm).digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + algorithm + ".", e);
        }
    }
}
