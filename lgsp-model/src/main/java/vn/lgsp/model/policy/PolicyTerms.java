package vn.lgsp.model.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;

/**
 * What a policy says.
 *
 * @param window when packets are announced; null for any time
 * @param backOff how those are announced again that nobody took
 * @param deadlineAfter seconds from the first announcement until a packet has to be confirmed; null for as long as it is held
 * @param hold seconds from the first announcement for which a packet waits for its destination; 60–31,536,000
 * @param reportAfter seconds from the first announcement until the source is told that the destination has not taken it; null for never
 * @param decides who decides on a packet that its destination does not take
 */
@Embeddable
public record PolicyTerms(
        @Embedded DeliveryWindow window,
        @Embedded BackOff backOff,
        @Column(name = "deadline_after") Long deadlineAfter,
        @Column(name = "hold") long hold,
        @Column(name = "report_after") Long reportAfter,
        @Enumerated(EnumType.STRING) @Column(name = "decides") Decider decides) {

    /** The same with another hold; a part of a second counts as one. */
    public PolicyTerms held(Duration longer) {
        return new PolicyTerms(window, backOff, deadlineAfter, longer.toSeconds() + 1, reportAfter, decides);
    }

    /** When a packet that is first announced at this time is over at the latest. */
    public Instant until(Instant first) {
        return first.plus(longest());
    }

    /** From the first announcement to the end at the latest. */
    public Duration longest() {
        return Duration.ofSeconds(deadlineAfter == null ? hold : Math.min(hold, deadlineAfter));
    }
}
