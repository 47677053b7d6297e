package vn.lgsp.sample.boundary;

import java.time.Instant;

/**
 * What there is of the sample data, and how far an order has got.
 *
 * @param phase what has been ordered last and whether it is done
 * @param percent 0–100: how much of the order has been carried out
 * @param orderedAt null when there never was an order
 * @param orderedBy null when there never was an order
 * @param reason may be null
 * @param finishedAt null when there never was an order, or while it is carried out
 * @param demonstration whether the platform runs as a demonstration, which keeps what it needs itself
 */
public record SampleState(
        Phase phase,
        int percent,
        Instant orderedAt,
        String orderedBy,
        String reason,
        Instant finishedAt,
        boolean demonstration,
        Counts counts) {

    /** Where things stand. */
    public enum Phase {
        /** There never was an order. */
        NONE,
        LOADING,
        LOADED,
        REMOVING,
        REMOVED;

        /** Whether the order is still being carried out. */
        public boolean working() {
            return this == LOADING || this == REMOVING;
        }
    }

    /** How many rows are marked as a sample, by kind; {@code waiting} of the packets' deliveries. */
    public record Counts(
            long agencies, long applications, long keys, long rights, long accounts, long packets, long waiting) {}
}
