package vn.lgsp.operations.boundary;

/** What became of an item. */
public enum JobOutcome {
    WAITING,
    DONE,
    /** The act was refused for this item, for a reason that a person can mend. */
    REFUSED,
    /** It went wrong three times for a reason that nobody foresaw; the log tells which. */
    FAILED,
    /** The job was stopped before its turn came. */
    CANCELLED
}
