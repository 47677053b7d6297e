package vn.lgsp.routing.control;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes on their way into one object, at most 8 MiB; small content takes little room. */
final class S3Buffer {
    static final int LIMIT = 8 * 1024 * 1024;
    private static final int FIRST = 128 * 1024;

    private byte[] bytes = new byte[FIRST];
    private int filled;

    /** Takes as much as there is room for. */
    void take(ByteBuffer source) {
        int taken = Math.min(source.remaining(), LIMIT - filled);
        if (filled + taken > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(LIMIT, Math.max(bytes.length * 2, filled + taken)));
        }
        source.get(bytes, filled, taken);
        filled += taken;
    }

    boolean full() {
        return filled == LIMIT;
    }

    int filled() {
        return filled;
    }

    /** What was taken, from the first byte on; the rest of the array means nothing. */
    byte[] bytes() {
        return bytes;
    }

    void clear() {
        filled = 0;
    }
}
