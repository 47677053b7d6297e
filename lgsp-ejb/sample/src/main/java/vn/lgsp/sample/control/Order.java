package vn.lgsp.sample.control;

import java.time.Instant;

/**
 * The order to load or to remove the sample, and how far it has been carried out.
 *
 * @param packets about how many packets
 * @param step the next step of a load
 * @param steps how many steps the load has; 0 before it has begun
 * @param by who gave the order
 * @param finishedAt null while it is carried out
 */
public record Order(
        State state,
        long seed,
        Instant until,
        int packets,
        int step,
        int steps,
        Instant orderedAt,
        String by,
        String reason,
        Instant finishedAt) {

    /** As the table has them. */
    public enum State {
        LOADING,
        LOADED,
        REMOVING,
        REMOVED
    }
}
