package vn.lgsp.sample.control;

/** How a packet's journey ends, or where it stands. */
enum Ending {
    /** The destination confirmed. */
    CONFIRMED(9_700),
    /** The destination refused. */
    REFUSED(85),
    /** The deadline passed before the destination came. */
    EXPIRED(45),
    /** The source withdrew it. */
    CANCELLED(48),
    /** The source never sent the content. */
    ABANDONED(14),
    /** The stored bytes were found changed. */
    QUARANTINED(3),
    /** It waits for its destination; only of the last days. */
    WAITING(105);

    private final int weight;

    Ending(int weight) {
        this.weight = weight;
    }

    /** How often it comes among ten thousand. */
    int weight() {
        return weight;
    }
}
