package vn.lgsp.reporting.boundary;

/**
 * Deliveries counted at the time of each step; a packet to several destinations counts once for each.
 *
 * @param requested a space was granted (Điều 8.2)
 * @param completed the content is complete and the destination is told (Điều 8.4)
 * @param confirmed the destination confirmed (Điều 9.3)
 * @param refused the destination refused
 * @param expired not confirmed in time
 * @param cancelled withdrawn by the source
 * @param failed stored content was found changed
 * @param abandoned the content was not complete in time
 * @param bytesCompleted content of the completed ones
 * @param bytesConfirmed content of the confirmed ones
 */
public record Counts(
        long requested,
        long completed,
        long confirmed,
        long refused,
        long expired,
        long cancelled,
        long failed,
        long abandoned,
        long bytesCompleted,
        long bytesConfirmed) {
    /** Nothing counted. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Complete, but never confirmed: refused, out of time or found changed. */
    public long undelivered() {
        return refused + expired + failed;
    }

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                requested + other.requested,
                completed + other.completed,
                confirmed + other.confirmed,
                refused + other.refused,
                expired + other.expired,
                cancelled + other.cancelled,
                failed + other.failed,
                abandoned + other.abandoned,
                bytesCompleted + other.bytesCompleted,
                bytesConfirmed + other.bytesConfirmed);
    }
}
