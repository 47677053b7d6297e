package vn.lgsp.crypto;

import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** SHA-256 whose state can be written down and taken up again. That of Java is faster, but tells nobody its state. */
final class ResumableSha256 extends MessageDigest {
    private static final int LENGTH = 32;

    private final SHA256Digest digest;

    /** Begins. */
    ResumableSha256() {
        this(new SHA256Digest());
    }

    /**
     * Goes on.
     *
     * @param state what {@link #state} returned; not to be had from strangers
     */
    ResumableSha256(byte[] state) {
        this(new SHA256Digest(state));
    }

    private ResumableSha256(SHA256Digest digest) {
        super("SHA-256");
        this.digest = digest;
    }

    /** The state; as secret as the bytes taken last, which are part of it. */
    byte[] state() {
        return digest.getEncodedState();
    }

    @Override
    protected void engineUpdate(byte input) {
        digest.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        digest.update(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
        var result = new byte[LENGTH];
        digest.doFinal(result, 0);
        return result;
    }

    @Override
    protected void engineReset() {
        digest.reset();
    }
}
