package vn.lgsp.model;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds since 1970 UTC, 12 bits of what is left of the clock (section 6.2,
 * method 3), then random bits. They can be made on any node, are never used twice, and a range of ids is a range of time, which is what the
 * monthly partitions are cut by. Those of one node increase, so what was made first also comes first in a list.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** When the newest identifier was made, in parts of a millisecond; ahead of the clock while more are made than it has parts. */
    private static final AtomicLong NEWEST = new AtomicLong();

    private static final int PARTS_BITS = 12;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Ids() {}

    /** Returns a new identifier of the present time, higher than any that was made before in this process; never null. */
    public static UUID next() {
        long present = parts(Instant.now());
        long tick = NEWEST.updateAndGet(newest -> Math.max(newest + 1, present));
        return at(tick >>> PARTS_BITS, tick, RANDOM.nextLong());
    }

    private static long parts(Instant instant) {
        long beyond = instant.getNano() % NANOS_PER_MILLI;
        return (instant.toEpochMilli() << PARTS_BITS) | ((beyond << PARTS_BITS) / NANOS_PER_MILLI);
    }

    /** Returns the lowest identifier of the millisecond given, for use as a bound of time; never null. */
    public static UUID floor(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16, 0);
    }

    /** Returns the identifier of this millisecond with the bits given in place of random ones; equal bits, equal identifier; never null. */
    public static UUID of(Instant instant, long high, long low) {
        return at(instant.toEpochMilli(), high, low);
    }

    /** Returns when the identifier was made, to the millisecond. */
    public static Instant instant(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static UUID at(long millis, long high, long low) {
        return new UUID(
                (millis << 16) | 0x7000 | (high & 0x0FFF), (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }
}
