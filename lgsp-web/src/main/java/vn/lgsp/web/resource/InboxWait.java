package vn.lgsp.web.resource;

import jakarta.ws.rs.container.AsyncResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vn.lgsp.notification.boundary.Watch;
import vn.lgsp.routing.boundary.InboxItem;

/** A destination that waits for its inbox to have something in it. No thread is held meanwhile. */
final class InboxWait {
    private static final Logger LOG = System.getLogger(InboxWait.class.getName());

    private final AsyncResponse answer;
    private final Supplier<List<InboxItem>> inbox;
    private final BooleanSupplier stands;
    private Watch watch;
    private boolean over;

    /**
     * @param inbox what there is; asked by one thread at a time
     * @param stands whether the key may still read
     */
    InboxWait(AsyncResponse answer, Supplier<List<InboxItem>> inbox, BooleanSupplier stands) {
        this.answer = answer;
        this.inbox = inbox;
        this.stands = stands;
    }

    /** Waits; the answer is empty when nothing has come in time. */
    synchronized void begin(Watch opened, int seconds) {
        watch = opened;
        answer.setTimeoutHandler(late -> end());
        answer.setTimeout(seconds, TimeUnit.SECONDS);
        watch.wake();
    }

    /** Looks whether something has come. */
    void look() {
        List<InboxItem> items = found();
        if (items != null) {
            answer(items);
        }
    }

    /** What the answer is; null when there is none yet, or there was one. */
    private synchronized List<InboxItem> found() {
        if (over) {
            return null;
        }
        List<InboxItem> items = List.of();
        try {
            items = stands.getAsBoolean() ? inbox.get() : List.of();
            over = !items.isEmpty() || !stands.getAsBoolean();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "an inbox could not be looked at", failed);
            over = true;
        }
        return over ? items : null;
    }

    private void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        answer(List.of());
    }

    /** Not while this is locked: the answer has a lock of its own, which whoever says that it is late holds already. */
    private void answer(List<InboxItem> items) {
        watch.close();
        answer.resume(DeliveriesResource.page(items));
    }
}
