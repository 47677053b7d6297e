package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;

/**
 * When a packet would be announced that nobody takes.
 *
 * @param attempts in their order, at least one
 * @param until when the packet is over
 * @param reportAt when the source is told that it waits; null for never
 * @param givesUp when the platform ends it because the attempts are used up; null when it does not
 */
public record PolicySchedule(List<Attempt> attempts, Instant until, Instant reportAt, Instant givesUp) {
    /**
     * One announcement.
     *
     * @param number from 1
     * @param wanted when it would be made at any time of day
     * @param at when it is made
     */
    public record Attempt(int number, Instant wanted, Instant at) {
        /** Whether it had to wait for the window to open. */
        public boolean moved() {
            return at.isAfter(wanted);
        }
    }
}
