package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * One change of state.
 *
 * @param at when
 * @param subject {@code packet}, {@code delivery} or {@code content}
 * @param subjectId of the packet or delivery; may be null
 * @param from state before; null for the first step
 * @param to state after
 * @param clause of the regulation, e.g. {@code 8.2}; may be null
 * @param actor who caused it
 * @param remoteAddress from where; may be null
 * @param detail more about it; may be null
 */
public record JourneyStep(
        Instant at,
        String subject,
        UUID subjectId,
        String from,
        String to,
        String clause,
        String actor,
        String remoteAddress,
        String detail) {

    /** Checks what the contract requires. */
    public JourneyStep {
        requireNonNull(at, "at");
        requireNonNull(subject, "subject");
        requireNonNull(to, "to");
        requireNonNull(actor, "actor");
    }
}
