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
    synchronized void look() {
        if (over) {
            return;
        }
        try {
            List<InboxItem> items = stands.getAsBoolean() ? inbox.get() : List.of();
            if (!items.isEmpty() || !stands.getAsBoolean()) {
                end(items);
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "an inbox could not be looked at", failed);
            end(List.of());
        }
    }

    private synchronized void end() {
        if (!over) {
            end(List.of());
        }
    }

    private void end(List<InboxItem> items) {
        over = true;
        watch.close();
        answer.resume(DeliveriesResource.page(items));
    }
}
