package vn.lgsp.model;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Identifiers of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds since 1970 UTC, then random bits. They can be made on any node,
 * are never used twice, and a range of ids is a range of time, which is what the monthly partitions are cut by.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** Returns a new identifier of the present millisecond; never null. */
    public static UUID next() {
        return at(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong());
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
