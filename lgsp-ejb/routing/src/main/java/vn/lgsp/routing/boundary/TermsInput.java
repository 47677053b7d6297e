package vn.lgsp.routing.boundary;

import java.time.Duration;
import vn.lgsp.model.policy.Decider;
import vn.lgsp.model.policy.DeliveryWindow;

/**
 * What somebody wants a policy to say. Nothing is checked yet but the form of single values; null is left open.
 *
 * @param window when packets are announced
 * @param attempts announcements at most, the first among them
 * @param firstInterval from the first announcement to the second
 * @param factor by what each interval is longer than the one before
 * @param longestInterval between two announcements at most
 * @param jitter per cent by which an interval is made shorter or longer
 * @param deadlineAfter from the first announcement until a packet has to be confirmed
 * @param hold from the first announcement, how long a packet waits for its destination
 * @param reportAfter from the first announcement until the source is told that the packet was not taken
 * @param decides who decides on a packet that its destination does not take
 */
public record TermsInput(
        DeliveryWindow window,
        Integer attempts,
        Duration firstInterval,
        Double factor,
        Duration longestInterval,
        Integer jitter,
        Duration deadlineAfter,
        Duration hold,
        Duration reportAfter,
        Decider decides) {
    /** Everything left open. */
    public static final TermsInput NOTHING = new TermsInput(null, null, null, null, null, null, null, null, null, null);
}
