package vn.lgsp.tests.bench;

import java.util.Arrays;
import java.util.Collection;

/** Ranks among measured values. */
public final class Ranks {
    private Ranks() {}

    /**
     * The value that this share of all stays within (nearest rank).
     *
     * @param values at least one, in any order
     * @param share 0–1
     * @throws IllegalArgumentException when there are no values or the share is none
     */
    public static double percentile(double[] values, double share) {
        if (values.length == 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(share + " of " + values.length + " values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** As above. */
    public static double percentile(Collection<Long> values, double share) {
        return percentile(values.stream().mapToDouble(Long::doubleValue).toArray(), share);
    }

    /** The value in the middle; of an even number the lower one of the two. */
    public static double median(double[] values) {
        return percentile(values, 0.5);
    }
}
