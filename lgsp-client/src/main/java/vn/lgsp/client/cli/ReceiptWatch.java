package vn.lgsp.client.cli;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import vn.lgsp.client.EventHandler;
import vn.lgsp.client.EventStream;
import vn.lgsp.client.LgspClient;
import vn.lgsp.client.LgspException;
import vn.lgsp.client.model.Event;
import vn.lgsp.client.model.Packet;
import vn.lgsp.client.model.Receipt;

/** Waits until a destination has confirmed, then shows the receipt (Điều 8.5). */
final class ReceiptWatch implements AutoCloseable {

    /** What made this thread look: an event, a new connection (event null), or the end of the stream (failure not null). */
    private record Signal(Event event, LgspException failure) {}

    private final LgspClient client;
    private final Root root;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final EventStream stream;

    /** Begins to listen; do this before there is something to hear. */
    ReceiptWatch(LgspClient client, Root root) {
        this.client = client;
        this.root = root;
        this.stream = client.events(null, new EventHandler() {
            @Override
            public void event(Event event) {
                signals.add(new Signal(event, null));
            }

            @Override
            public void connected() {
                signals.add(new Signal(null, null));
            }

            @Override
            public void ended(LgspException cause) {
                if (cause != null) {
                    signals.add(new Signal(null, cause));
                }
            }
        });
    }

    /** Returns false when the time is over. */
    boolean await(UUID packetId, Duration patience) {
        root.output().step(Step.of("waiting").with(Step.PACKET, packetId));
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            if (isDecided(packetId)) {
                showReceipt(packetId);
                return true;
            }
            Signal signal = next(end);
            if (signal == null) {
                root.output().failure("waiting", new UsageException(root.texts(), "waited"));
                return false;
            }
            if (signal.failure() != null) {
                throw new StepFailedException("waiting", signal.failure());
            }
            Event event = signal.event();
            if (event != null && event.data().packetId().equals(packetId)) {
                root.output()
                        .step(Step.of("event", "4.5")
                                .with(Step.PACKET, packetId)
                                .with(Step.DELIVERY, event.data().deliveryId())
                                .with(Step.EVENT, event.type()));
            }
        }
    }

    @Override
    public void close() {
        stream.close();
    }

    private boolean isDecided(UUID packetId) {
        Packet packet = root.attempt("waiting", () -> client.packets().get(packetId));
        return switch (packet.state()) {
            case DELIVERED -> true;
            case UNDELIVERED, CANCELLED, EXPIRED, QUARANTINED ->
                throw new StepFailedException("waiting", new NotDeliveredException(root.texts(), packet));
            default -> false;
        };
    }

    private void showReceipt(UUID packetId) {
        root.step(Step.of("receipt", "8.5"), () -> client.packets().receipt(packetId), (Receipt receipt) -> Step.of(
                        "receipt")
                .with(Step.PACKET, packetId)
                .with(Step.DELIVERY, receipt.deliveryId())
                .with(Step.AGENCY, receipt.destination().agency())
                .with("confirmedAt", receipt.confirmedAt())
                .with("keyDestroyed", receipt.keyDestroyed())
                .with("erasedAt", receipt.erasedAt())
                .with("files", receipt.files()));
    }

    private Signal next(long end) {
        try {
            return signals.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
