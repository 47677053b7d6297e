package vn.lgsp.operations.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A job with its progress.
 *
 * @param orderedBy the person's name
 * @param own whether the one who looks ordered it
 * @param cancellable whether the one who looks may stop it now
 * @param endedAt null while it runs
 */
public record JobView(
        UUID id,
        String kind,
        JobState state,
        String reason,
        String orderedBy,
        boolean own,
        boolean cancellable,
        Instant createdAt,
        Instant endedAt,
        int total,
        int done,
        int refused,
        int failed,
        int cancelled) {

    /** Items that have an outcome. */
    public int finished() {
        return done + refused + failed + cancelled;
    }

    /** Items whose turn is still to come. */
    public int waiting() {
        return total - finished();
    }

    /** Whole percent of the items that have an outcome; 100 only when all have. */
    public int percent() {
        return (int) (100L * finished() / total);
    }
}
