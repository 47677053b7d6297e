package vn.lgsp.tests.bench.exchange;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The packets of a round that were confirmed so far; safe for threads. */
final class Tally {
    private final long begin = System.nanoTime();
    private final Queue<UUID> packets = new ConcurrentLinkedQueue<>();
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();

    /** This packet was sent at that {@link System#nanoTime()} and has just been confirmed. */
    void confirmed(UUID packet, long sent) {
        packets.add(packet);
        millis.add((System.nanoTime() - sent) / 1e6);
    }

    List<UUID> packets() {
        return List.copyOf(packets);
    }

    /** The round, which ends now. */
    Outcome outcome() {
        return new Outcome(
                packets.size(),
                (System.nanoTime() - begin) / 1e9,
                millis.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
