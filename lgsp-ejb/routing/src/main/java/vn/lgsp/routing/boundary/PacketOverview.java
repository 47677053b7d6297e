package vn.lgsp.routing.boundary;

import java.util.List;

/**
 * How many packets a list has, and when they were.
 *
 * @param packets how many; {@code MOST} at most; 0 with {@code more} when counting would take longer than a page may
 * @param more whether there are more than that
 * @param slots how many in each slot of time asked for; empty when there are too many to count in the time a page has
 */
public record PacketOverview(long packets, boolean more, List<Long> slots) {
    /** Lists are counted up to here: «10.000+». */
    public static final int MOST = 10_000;

    public PacketOverview {
        slots = List.copyOf(slots);
    }
}
