package vn.lgsp.reporting.boundary;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long deliveries took, from complete to confirmed (Điều 8.4 → 9.3): a histogram of fixed buckets, each 2^¼ times as wide as the one
 * before, so that counts of different hours and agencies can be added. Bucket 0 is below 1 ms; bucket b > 0 holds 2^((b−1)/4) ms up to, but
 * not including, 2^(b/4) ms; the last one has no end. A quantile is the geometric middle of its bucket and so at most 9.1 % away from the
 * exact one.
 */
public final class DeliveryTimes {
    /** Number of buckets; the last one begins at 36 days. */
    public static final int BUCKETS = 128;

    /** The largest relative error of {@link #quantile}: 2^⅛ − 1. */
    public static final double ERROR = Math.pow(2, 0.125) - 1;

    /** Nothing measured. */
    public static final DeliveryTimes NONE = new DeliveryTimes(Map.of());

    private static final int PER_DOUBLING = 4;
    // Powers of two fall on an edge; rounding must not put them below it.
    private static final double EDGE = 1e-9;

    private final SortedMap<Integer, Long> counts;
    private final long total;

    /** Takes deliveries by bucket; buckets without any may be left out. */
    public DeliveryTimes(Map<Integer, Long> counts) {
        this.counts = new TreeMap<>(counts);
        this.total = counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the bucket of a time, 0–127; the database function {@code delivery_time_bucket} says the same. */
    public static int bucket(Duration time) {
        long millis = time.toMillis();
        if (millis < 1) {
            return 0;
        }
        int bucket = (int) Math.floor(Math.log(millis) / Math.log(2) * PER_DOUBLING + EDGE) + 1;
        return Math.min(bucket, BUCKETS - 1);
    }

    /** Returns the times of both together. */
    public DeliveryTimes plus(DeliveryTimes other) {
        Map<Integer, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((bucket, count) -> sum.merge(bucket, count, Long::sum));
        return new DeliveryTimes(sum);
    }

    /** Returns how many deliveries were measured. */
    public long total() {
        return total;
    }

    /**
     * Returns the time within which this share of the deliveries was confirmed; empty when none was.
     *
     * @param share above 0, at most 1: 0.5 is the median
     */
    public Optional<Duration> quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return Optional.of(middle(bucket.getKey()));
            }
        }
        return Optional.empty();
    }

    private static Duration middle(int bucket) {
        return bucket == 0
                ? Duration.ZERO
                : Duration.ofNanos((long) (1e6 * Math.pow(2, (bucket - 0.5) / PER_DOUBLING)));
    }
}
