package vn.lgsp.operations.boundary;

/** Where a job stands. */
public enum JobState {
    /** Ordered; some items may be done already. */
    RUNNING,
    /** Every item has an outcome. */
    DONE,
    /** Stopped by somebody; what was done before stays done. */
    CANCELLED
}
