package vn.lgsp.tests.crash;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** Gives so many bytes and then nothing, as a slow line does, until it is let go. */
final class Stalled extends InputStream {
    private final byte[] content;
    private final int until;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile int position;

    Stalled(byte[] content, int until) {
        this.content = content;
        this.until = until;
    }

    /** Whether everything that it gives was taken. */
    boolean exhausted() {
        return position >= until;
    }

    void letGo() {
        over.countDown();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position >= until) {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("the line went dead");
        }
        int count = Math.min(length, until - position);
        System.arraycopy(content, position, target, offset, count);
        position += count;
        return count;
    }
}
