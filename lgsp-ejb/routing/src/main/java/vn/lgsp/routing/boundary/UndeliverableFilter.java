package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.packet.Undeliverable.Reason;

/**
 * What a list of undeliverable deliveries is narrowed to; every field but the first two and the last may be null.
 *
 * @param from oldest delivery, UTC; required
 * @param to time of the delivery before which the list ends, UTC; required
 * @param reason null for any
 * @param stand null for any
 * @param agencyId source or destination; null for any
 * @param after the delivery of the last entry of the page before
 * @param limit rows, 1–2001
 */
public record UndeliverableFilter(
        Instant from, Instant to, Reason reason, UndeliverableView.Stand stand, UUID agencyId, UUID after, int limit) {}
