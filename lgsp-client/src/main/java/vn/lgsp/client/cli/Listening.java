package vn.lgsp.client.cli;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import vn.lgsp.client.EventHandler;
import vn.lgsp.client.EventStream;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.UnreachableException;
import vn.lgsp.client.model.Event;
import vn.lgsp.client.model.InboxItem;
import vn.lgsp.client.model.Session;

/**
 * Follows the events and takes each delivery once. The inbox is looked through whenever the stream is connected, so that nothing is
 * missed that came between two connections.
 */
final class Listening implements AutoCloseable {

    private static final int PAGE = 200;
    private static final int REMEMBERED = 100_000;
    private static final Duration AFTER_BROKEN_CONNECTION = Duration.ofSeconds(10);

    /** What woke this thread: a delivery that is ready, a new connection, or the end of the stream. */
    private record Signal(Event event, boolean connected, LgspException failure) {}

    private final LgspClient client;
    private final Root root;
    private final Taking taking;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Set<UUID> done = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private EventStream stream;
    private boolean retry;
    private int taken;
    private int worst = ExitCode.OK;

    Listening(LgspClient client, Root root, Taking taking) {
        this.client = client;
        this.root = root;
        this.taking = taking;
    }

    /**
     * Takes what waits and what comes.
     *
     * @param count ends after so many deliveries; null: never
     * @param patience ends after that time; null: never
     * @return the exit code
     */
    int run(Session session, Integer count, Duration patience) {
        long start = System.nanoTime();
        takeAll(session.pending().incoming(), count);
        if (count != null && taken >= count) {
            return worst;
        }
        stream = client.events(null, handler());
        while (count == null || taken < count) {
            Duration left = patience == null ? null : patience.minusNanos(System.nanoTime() - start);
            if (left != null && (left.isNegative() || left.isZero())) {
                return timeIsOver(count);
            }
            Signal signal = next(left);
            if (signal == null) {
                lookAgain(count);
            } else if (signal.failure() != null) {
                throw new StepFailedException("event", signal.failure());
            } else if (signal.connected()) {
                root.attempt("inbox", () -> lookThroughInbox(count));
                if (count == null || taken < count) {
                    root.output().step(Step.of("waiting"));
                }
            } else {
                take(signal.event());
            }
        }
        return worst;
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }

    private int timeIsOver(Integer count) {
        if (count == null) {
            return worst;
        }
        root.output().failure("waiting", new UsageException(root.texts(), "waited"));
        return worst == ExitCode.OK ? ExitCode.WAITED : worst;
    }

    /** After a connection broke in the middle of a delivery: it is still in the inbox. */
    private void lookAgain(Integer count) {
        if (retry) {
            retry = false;
            try {
                lookThroughInbox(count);
            } catch (UnreachableException still) {
                retry = true;
            }
        }
    }

    /** Page after page, as long as a full page brings something that was not seen before. */
    private Void lookThroughInbox(Integer count) {
        boolean more = true;
        while (more && (count == null || taken < count)) {
            List<InboxItem> items = client.inbox(PAGE);
            more = items.size() == PAGE && items.stream().anyMatch(item -> !done.contains(item.deliveryId()));
            takeAll(items, count);
        }
        return null;
    }

    private void takeAll(List<InboxItem> items, Integer count) {
        for (InboxItem item : items) {
            if (count == null || taken < count) {
                take(item.deliveryId());
            }
        }
    }

    private void take(Event event) {
        UUID deliveryId = event.data().deliveryId();
        if (!event.type().equals(Event.READY) || deliveryId == null || done.contains(deliveryId)) {
            return;
        }
        root.output()
                .step(Step.of("event", "4.5")
                        .with(Step.PACKET, event.data().packetId())
                        .with(Step.DELIVERY, deliveryId)
                        .with(Step.EVENT, event.type())
                        .with(Step.BYTES, event.data().size()));
        take(deliveryId);
    }

    private void take(UUID deliveryId) {
        if (!done.add(deliveryId)) {
            return;
        }
        try {
            taking.take(deliveryId);
            taken++;
        } catch (StepFailedException failed) {
            int code = ExitCode.of(failed.failure());
            if (code == ExitCode.FAILED) {
                throw failed;
            }
            root.output().failure(failed.step(), failed.failure());
            if (code == ExitCode.UNREACHABLE) {
                done.remove(deliveryId);
                retry = true;
            } else {
                worst = code;
                taken++;
            }
        }
    }

    private Signal next(Duration left) {
        Duration wait = left == null ? AFTER_BROKEN_CONNECTION : left;
        wait = retry && wait.compareTo(AFTER_BROKEN_CONNECTION) > 0 ? AFTER_BROKEN_CONNECTION : wait;
        try {
            return signals.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StepFailedException(
                    "waiting", new UnreachableException("client-interrupted", stopped.toString(), "", stopped));
        }
    }

    private EventHandler handler() {
        return new EventHandler() {
            @Override
            public void event(Event event) {
                signals.add(new Signal(event, false, null));
            }

            @Override
            public void connected() {
                signals.add(new Signal(null, true, null));
            }

            @Override
            public void ended(LgspException cause) {
                if (cause != null) {
                    signals.add(new Signal(null, false, cause));
                }
            }
        };
    }
}
