package vn.lgsp.registry.control.transform;

import java.io.ByteArrayOutputStream;

/** Holds a result, up to its bound. */
final class BoundedResult extends ByteArrayOutputStream {
    private final int most;

    BoundedResult(int most) {
        this.most = most;
    }

    @Override
    public synchronized void write(int b) {
        require(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        require(length);
        super.write(bytes, offset, length);
    }

    private void require(int more) {
        if (more > most - count) {
            Watch.stop("conversion-result-large");
        }
        Watch.tick();
    }
}
