package vn.lgsp.notification.boundary;

import java.util.function.Consumer;
import vn.lgsp.notification.control.Waking;

/** Somebody who wants to look again whenever an application has been told something. To be closed. */
public final class Watch implements AutoCloseable {
    private final Waking waking;
    private final Consumer<Watch> onEnd;

    Watch(Waking waking, Consumer<Watch> onEnd) {
        this.waking = waking;
        this.onEnd = onEnd;
    }

    /** Has a look soon. */
    public void wake() {
        waking.wake();
    }

    @Override
    public void close() {
        onEnd.accept(this);
    }
}
