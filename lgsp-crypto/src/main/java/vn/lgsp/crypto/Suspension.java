package vn.lgsp.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * What is needed to go on sealing content after an interruption: the number of segments that are whole, the state of the digest, and the
 * bytes that fill no segment yet.
 *
 * <pre>
 * sealed = nonce(12, random) ciphertext tag(16)
 * plain  = index(8, big endian) digest-length(4) digest-state tail(0 to 65536)
 * </pre>
 *
 * Authenticated with it are the file's id and the size of the content taken so far; the text is longer than that of a segment, so that
 * neither is ever taken for the other.
 */
record Suspension(long index, byte[] digest, byte[] tail) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] LABEL = "suspended".getBytes(StandardCharsets.US_ASCII);

    byte[] seal(SecretKey key, UUID fileId, long size) {
        var plain = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + digest.length + tail.length)
                .putLong(index)
                .putInt(digest.length)
                .put(digest)
                .put(tail)
                .array();
        var nonce = new byte[SegmentFormat.NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = SegmentFormat.cipher();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(SegmentFormat.TAG * 8, nonce));
            cipher.updateAAD(place(fileId, size));
            var sealed = Arrays.copyOf(nonce, SegmentFormat.OVERHEAD + plain.length);
            cipher.doFinal(plain, 0, plain.length, sealed, SegmentFormat.NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused a suspended state.", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    static Suspension open(byte[] sealed, SecretKey key, UUID fileId, long size) throws ContentCorruptedException {
        if (sealed.length < SegmentFormat.OVERHEAD) {
            throw new ContentCorruptedException(fileId, -1, "the suspended state is cut off");
        }
        try {
            var cipher = SegmentFormat.cipher();
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(SegmentFormat.TAG * 8, sealed, 0, SegmentFormat.NONCE));
            cipher.updateAAD(place(fileId, size));
            var plain =
                    ByteBuffer.wrap(cipher.doFinal(sealed, SegmentFormat.NONCE, sealed.length - SegmentFormat.NONCE));
            var index = plain.getLong();
            var digest = new byte[plain.getInt()];
            plain.get(digest);
            var tail = new byte[plain.remaining()];
            plain.get(tail);
            Arrays.fill(plain.array(), (byte) 0);
            return new Suspension(index, digest, tail);
        } catch (AEADBadTagException e) {
            throw new ContentCorruptedException(fileId, -1, "the suspended state is not that of this content");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused a suspended state.", e);
        }
    }

    private static byte[] place(UUID fileId, long size) {
        return ByteBuffer.allocate(16 + LABEL.length + Long.BYTES)
                .putLong(fileId.getMostSignificantBits())
                .putLong(fileId.getLeastSignificantBits())
                .put(LABEL)
                .putLong(size)
                .array();
    }
}
