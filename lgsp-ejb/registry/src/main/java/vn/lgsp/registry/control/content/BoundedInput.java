package vn.lgsp.registry.control.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends reading with a refusal where a document is larger than it may be; leaves closing to whoever opened it. */
final class BoundedInput extends FilterInputStream {
    private long left;

    /** Told where the document went beyond its bound. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    BoundedInput(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = super.read(target, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // The parser closes what it has read to the end.
    }

    private void count(long n) throws TooLarge {
        left -= n;
        if (left < 0) {
            throw new TooLarge();
        }
    }
}
