package vn.lgsp.routing.control;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;

/** What channels to objects have in common: they are open until they are closed. Not safe for several threads. */
abstract class S3Channel implements Channel {
    private boolean open = true;

    @Override
    public final boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
    }

    final void requireOpen() throws ClosedChannelException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }
}
