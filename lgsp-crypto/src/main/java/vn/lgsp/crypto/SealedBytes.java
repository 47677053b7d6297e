package vn.lgsp.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals and opens content of one segment in memory. The bytes are those that {@link SegmentOutput} writes and {@link SegmentInput} reads;
 * only the buffers of a stream are spared.
 */
public final class SealedBytes {
    /** The largest content, bytes. */
    public static final int MOST = SegmentFormat.SEGMENT;

    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedBytes() {}

    /**
     * Seals content.
     *
     * @param key the packet's key
     * @param fileId the file's id, authenticated with the content
     * @param plain at most {@link #MOST} bytes
     * @return what is stored
     */
    public static byte[] seal(ContentKey key, UUID fileId, byte[] plain) {
        if (plain.length > MOST) {
            throw new IllegalArgumentException(plain.length + " bytes are more than one segment.");
        }
        var nonce = new byte[SegmentFormat.NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = new byte[(int) SegmentFormat.storedSize(plain.length)];
        ByteBuffer.wrap(sealed).put(SegmentFormat.header()).put(nonce);
        try {
            var cipher = SegmentFormat.cipher();
            cipher.init(Cipher.ENCRYPT_MODE, key.forCipher(), new GCMParameterSpec(SegmentFormat.TAG * 8, nonce));
            cipher.updateAAD(new SegmentFormat.Place(fileId).of(0, true));
            cipher.doFinal(plain, 0, plain.length, sealed, SegmentFormat.HEADER + SegmentFormat.NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused a segment.", e);
        }
    }

    /**
     * Verifies and opens content.
     *
     * @param key the packet's key
     * @param fileId the id given when the content was sealed
     * @param sealed what was stored
     * @param size the recorded size of the content, bytes
     * @return the content
     * @throws ContentCorruptedException when it is not what was sealed
     */
    public static byte[] open(ContentKey key, UUID fileId, byte[] sealed, long size) throws ContentCorruptedException {
        if (size > MOST || sealed.length != SegmentFormat.storedSize(size)) {
            throw new ContentCorruptedException(
                    fileId, 0, "%d bytes are stored for a content of %d".formatted(sealed.length, size));
        }
        if (!ByteBuffer.wrap(sealed, 0, SegmentFormat.HEADER).equals(SegmentFormat.header())) {
            throw new ContentCorruptedException(fileId, -1, "the header is not that of sealed content, version 1");
        }
        try {
            var cipher = SegmentFormat.cipher();
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key.forCipher(),
                    new GCMParameterSpec(SegmentFormat.TAG * 8, sealed, SegmentFormat.HEADER, SegmentFormat.NONCE));
            cipher.updateAAD(new SegmentFormat.Place(fileId).of(0, true));
            var from = SegmentFormat.HEADER + SegmentFormat.NONCE;
            return cipher.doFinal(sealed, from, sealed.length - from);
        } catch (AEADBadTagException e) {
            throw new ContentCorruptedException(fileId, 0, "changed, out of place, or sealed under another key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused a segment.", e);
        }
    }
}
