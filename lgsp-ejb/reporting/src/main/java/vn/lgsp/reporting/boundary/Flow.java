package vn.lgsp.reporting.boundary;

/** What went one way: how many and how fast. */
public record Flow(Counts counts, DeliveryTimes times) {
    /** Nothing went. */
    public static final Flow NONE = new Flow(Counts.NONE, DeliveryTimes.NONE);

    /** Both together. */
    public Flow plus(Flow other) {
        return new Flow(counts.plus(other.counts), times.plus(other.times));
    }
}
