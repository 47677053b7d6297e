package vn.lgsp.sample.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.boundary.SampleKeys;
import vn.lgsp.authentication.boundary.SampleKeys.SampleKey;

/** The keys of sample applications: one for each, and those that have something to tell. */
final class Keys {
    private static final String NEAR_ITS_END = "hotich-h34";
    private static final String REVOKED = "yte-bvnhi";
    private static final String OVERLAPPING = "motcua-tinh";

    private final long seed;
    private final Instant begin;
    private final Instant until;

    /** @param begin when the applications were entered */
    Keys(long seed, Instant begin, Instant until) {
        this.seed = seed;
        this.begin = begin;
        this.until = until;
    }

    /** The keys of the application at this place of the list, oldest first. */
    List<SampleKey> of(Cast.Part part, UUID applicationId, int place) {
        List<SampleKey> keys = new ArrayList<>();
        switch (part.code()) {
            case NEAR_ITS_END -> keys.add(key(part, applicationId, place, begin, days(6), null));
            case REVOKED -> {
                keys.add(key(part, applicationId, place + 100, begin, null, days(-12)));
                keys.add(key(part, applicationId, place, days(-12), null, null));
            }
            case OVERLAPPING -> {
                keys.add(key(part, applicationId, place + 100, begin, days(2), null));
                keys.add(key(part, applicationId, place, days(-1), null, null));
            }
            default -> keys.add(key(part, applicationId, place, begin, null, null));
        }
        return keys;
    }

    private SampleKey key(
            Cast.Part part, UUID applicationId, int place, Instant createdAt, Instant notAfter, Instant revokedAt) {
        Dice dice = Dice.of(seed, -3, place);
        Instant used = revokedAt != null ? revokedAt : until;
        return new SampleKey(
                dice.id(createdAt),
                SampleKeys.accessKey(seed * 1_000 + place),
                applicationId,
                createdAt,
                notAfter,
                revokedAt,
                used.minusSeconds(dice.between(60, 3_000)),
                part.address());
    }

    private Instant days(int days) {
        return until.plus(Duration.ofDays(days));
    }
}
