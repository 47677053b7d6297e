package vn.lgsp.tests.http;

import java.io.InputStream;

/** So many bytes, whose pattern does not fit into segments, made as they are read. */
public final class Generated extends InputStream {
    /** After so many bytes the pattern begins anew. */
    public static final int PERIOD = 65_521;

    private static final byte[] BLOCK = new byte[PERIOD];

    static {
        new java.util.Random(7).nextBytes(BLOCK);
    }

    private final long size;
    private long position;

    /** As many as are asked for. */
    public Generated(long size) {
        this.size = size;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (position == size) {
            return -1;
        }
        int from = (int) (position % BLOCK.length);
        int count = (int) Math.min(size - position, Math.min(length, BLOCK.length - from));
        System.arraycopy(BLOCK, from, target, offset, count);
        position += count;
        return count;
    }
}
