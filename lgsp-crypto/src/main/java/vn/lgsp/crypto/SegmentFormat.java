package vn.lgsp.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;

/**
 * Layout of stored content, version 1.
 *
 * <pre>
 * file    = header segment+
 * header  = "LGS1" version(1 byte = 1) segment-size(4 bytes, big endian = 65536)
 * segment = nonce(12, random) ciphertext(65536, fewer only in the last) tag(16)
 * </pre>
 *
 * Each segment is sealed with AES-256-GCM; authenticated with it are the file's id (16 bytes), the segment's index (8 bytes, big endian)
 * and whether it is the last one (1 byte). So a segment fits in one place of one file only, and content cannot be cut or prolonged at a
 * segment's edge even by someone who also changes the recorded size. Empty content is one empty segment.
 *
 * <p>Nonces are random and not counted: content that is written anew under the same key, after an interruption, never uses a nonce twice.
 */
final class SegmentFormat {
    static final int SEGMENT = 64 * 1024;
    static final int NONCE = 12;
    static final int TAG = 16;
    static final int OVERHEAD = NONCE + TAG;
    static final int SEALED = SEGMENT + OVERHEAD;
    static final int HEADER = 9;

    private static final byte[] MAGIC = {'L', 'G', 'S', '1'};
    private static final byte VERSION = 1;

    private SegmentFormat() {}

    static ByteBuffer header() {
        return ByteBuffer.allocate(HEADER)
                .put(MAGIC)
                .put(VERSION)
                .putInt(SEGMENT)
                .flip();
    }

    /** Number of segments of content with that many bytes; at least one. */
    static long segments(long plaintextSize) {
        return plaintextSize == 0 ? 1 : (plaintextSize - 1) / SEGMENT + 1;
    }

    static long storedSize(long plaintextSize) {
        return HEADER + plaintextSize + segments(plaintextSize) * OVERHEAD;
    }

    static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM.", e);
        }
    }

    /** The authenticated text of a file's segments, one array used again for each. */
    static final class Place {
        private static final int INDEX_AT = 16;
        private static final int LAST_AT = 24;
        private final ByteBuffer bytes = ByteBuffer.allocate(25);

        Place(UUID fileId) {
            bytes.putLong(fileId.getMostSignificantBits()).putLong(fileId.getLeastSignificantBits());
        }

        byte[] of(long index, boolean last) {
            bytes.putLong(INDEX_AT, index).put(LAST_AT, (byte) (last ? 1 : 0));
            return bytes.array();
        }
    }
}
