package vn.lgsp.notification.control;

import jakarta.enterprise.event.Event;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notice;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.notification.boundary.Subscriber;
import vn.lgsp.notification.boundary.Told;

/** Moves the events of one application into one open stream, in order, one task at a time, however often it is woken. */
public final class Pump {
    private static final Logger LOG = System.getLogger(Pump.class.getName());
    private static final int BATCH = 100;

    private final UUID applicationId;
    private final Subscriber subscriber;
    private final Notification notification;
    private final Event<Told> told;
    private final Consumer<Pump> onEnd;
    private final Waking waking;
    private volatile boolean beatDue;
    private long last;

    public Pump(
            UUID applicationId,
            long after,
            Subscriber subscriber,
            Notification notification,
            Event<Told> told,
            Executor executor,
            Consumer<Pump> onEnd) {
        this.applicationId = applicationId;
        this.last = after;
        this.subscriber = subscriber;
        this.notification = notification;
        this.told = told;
        this.waking = new Waking(executor, this::pump);
        this.onEnd = onEnd;
    }

    public UUID applicationId() {
        return applicationId;
    }

    /** Makes the pump look for events soon; {@code beat} asks for a sign of life first. */
    public void wake(boolean beat) {
        if (beat) {
            beatDue = true;
        }
        waking.wake();
    }

    /** Says whether nobody may or can read any more. */
    public boolean closed() {
        return subscriber.closed();
    }

    /** Ends the stream. */
    public void close() {
        onEnd.accept(this);
        subscriber.close();
    }

    private boolean pump() {
        try {
            if (beatDue) {
                beatDue = false;
                subscriber.beat().toCompletableFuture().join();
            }
            while (!subscriber.closed()) {
                List<Notice> notices = notification.read(applicationId, last, BATCH);
                if (notices.isEmpty()) {
                    return true;
                }
                hand(notices);
            }
        } catch (CompletionException gone) {
            LOG.log(Level.DEBUG, "reader of {0} is gone", applicationId);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "stream of " + applicationId + " ended", failed);
        }
        close();
        return false;
    }

    private void hand(List<Notice> notices) {
        for (Notice notice : notices) {
            subscriber.deliver(notice).toCompletableFuture().join();
            last = notice.seq();
        }
        List<UUID> deliveries = notices.stream()
                .filter(notice -> notice.type().equals(EventType.READY.cloudEventsType()))
                .map(Notice::deliveryId)
                .filter(Objects::nonNull)
                .toList();
        if (!deliveries.isEmpty()) {
            told.fire(new Told(applicationId, deliveries));
        }
    }
}
