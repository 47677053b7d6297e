package vn.lgsp.authentication.boundary;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import vn.lgsp.authentication.control.ContentDigests;
import vn.lgsp.model.Digest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * What the signature says about the body (RFC 9530 {@code Content-Digest}). The signature is verified before the body is read, so whoever
 * reads the body must compare: {@link #check} for a body in memory, {@link #sha256} for one that streams.
 */
public final class BodyDigest {
    private static final BodyDigest NONE = new BodyDigest(Map.of(), false);
    private static final BodyDigest OPEN = new BodyDigest(Map.of(), true);

    /** Digests by their names in Java; all of them must agree. */
    private final Map<String, byte[]> digests;

    private final boolean open;

    private BodyDigest(Map<String, byte[]> digests, boolean open) {
        this.digests = Map.copyOf(digests);
        this.open = open;
    }

    /** The signature covers no digest: only an empty body is good. */
    public static BodyDigest none() {
        return NONE;
    }

    /** The signature says nothing of the body, and the scheme knows no way to: any body is good, if the application may leave it open. */
    public static BodyDigest open() {
        return OPEN;
    }

    /**
     * What an unsigned request says of its body: nothing, or a digest, which then has to be right.
     *
     * @throws LgspException {@code digest-malformed}, {@code digest-missing} when there is no digest of a kind that counts
     */
    public static BodyDigest declaredBy(SignedRequest request) {
        return request.has("content-digest") ? ContentDigests.read(request) : OPEN;
    }

    /** The SHA-1 that the signature covers (OAuth body hash); 20 bytes. Only for applications that may use SHA-1. */
    public static BodyDigest ofSha1(byte[] sha1) {
        return new BodyDigest(Map.of("SHA-1", sha1.clone()), false);
    }

    /**
     * Digests that the signature covers.
     *
     * @param sha256 32 bytes, or null
     * @param sha512 64 bytes, or null
     */
    public static BodyDigest of(byte[] sha256, byte[] sha512) {
        if (sha256 != null && sha512 != null) {
            return new BodyDigest(Map.of("SHA-256", sha256.clone(), "SHA-512", sha512.clone()), false);
        }
        return sha256 != null
                ? new BodyDigest(Map.of("SHA-256", sha256.clone()), false)
                : new BodyDigest(Map.of("SHA-512", sha512.clone()), false);
    }

    /** Whether the body may be anything. */
    public boolean isOpen() {
        return open;
    }

    /** Whether the body is bound by nothing better than SHA-1. */
    public boolean isSha1() {
        return digests.containsKey("SHA-1");
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
        if (digests.isEmpty() && !open && body.length > 0) {
            throw new LgspException(ErrorCode.SIGNATURE_NOT_COVERING, "content-digest");
        }
        if (!fits(body)) {
            throw new LgspException(ErrorCode.BODY_DIGEST_MISMATCH);
        }
    }

    /** Whether the body has every digest that was declared. */
    public boolean fits(byte[] body) {
        return digests.entrySet().stream()
                .allMatch(declared -> MessageDigest.isEqual(declared.getValue(), digest(declared.getKey(), body)));
    }

    /** Whether a digest of the body was declared. */
    public boolean isBound() {
        return !digests.isEmpty();
    }

    private static byte[] digest(String algorithm, byte[] body) {
        try {
            return MessageDigest.getInstance(algorithm).digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + algorithm + ".", e);
        }
    }
}
