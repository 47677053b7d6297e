package vn.lgsp.peers;

import java.util.Locale;
import java.util.Queue;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a round brought: how long each message took, and all of them together. */
final class Round {
    private final long begin = System.nanoTime();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private volatile long end = begin;

    /** A message that was sent at this {@link System#nanoTime()} has been taken. */
    void taken(long sent) {
        end = System.nanoTime();
        nanos.add(end - sent);
    }

    /** Seconds until the last one was taken, and the milliseconds of each. */
    String json() {
        StringJoiner millis = new StringJoiner(",", "[", "]");
        nanos.forEach(one -> millis.add(String.format(Locale.ROOT, "%.3f", one / 1e6)));
        return String.format(
                Locale.ROOT,
                "{\"packets\":%d,\"seconds\":%.6f,\"millis\":%s}",
                nanos.size(),
                (end - begin) / 1e9,
                millis);
    }
}
