package vn.lgsp.routing.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.lgsp.crypto.SegmentInput;

/** Sealed content as a stream to be read: one segment at a time is open in memory. */
final class PlainInput extends InputStream {
    private static final int SEGMENT = 64 * 1024;

    private final SegmentInput input;
    private long position;
    private byte[] segment = {};
    private int taken;

    PlainInput(SegmentInput input) {
        this.input = input;
    }

    @Override
    public int read() throws IOException {
        return more() ? segment[taken++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int n = Math.min(length, segment.length - taken);
        System.arraycopy(segment, taken, target, offset, n);
        taken += n;
        return n;
    }

    private boolean more() throws IOException {
        if (taken == segment.length && position < input.size()) {
            int next = (int) Math.min(SEGMENT, input.size() - position);
            ByteArrayOutputStream opened = new ByteArrayOutputStream(next);
            input.transferTo(opened, position, next);
            segment = opened.toByteArray();
            position += next;
            taken = 0;
        }
        return taken < segment.length;
    }
}
