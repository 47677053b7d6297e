package vn.lgsp.reporting.boundary;

import java.time.Instant;

/**
 * How far agencies have come on their way to exchanging packets, told from what happened; each is null before.
 *
 * @param registered when the first application was entered
 * @param keyed when the first access key for trials was issued
 * @param sent the day on which a first packet of theirs was complete
 * @param received the day on which they first confirmed a packet
 */
public record Onboarding(Instant registered, Instant keyed, Instant sent, Instant received) {

    /** Whether all steps were taken. */
    public boolean done() {
        return registered != null && keyed != null && sent != null && received != null;
    }
}
