package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.packet.DeliveryState;

/**
 * A packet at one of its destinations, as its source sees it, and that destination alone (Điều 5.1, 8.5).
 *
 * @param reason null unless refused or failed
 * @param replaces the delivery in whose place it came; null without one, and for destinations
 * @param form that the destination takes; null for what was sent
 * @param notBefore not announced earlier; null once it was, or without such a wish
 * @param deadline to be confirmed by then; null before the delivery was planned
 * @param attempts how often it was announced
 * @param nextAttemptAt when it is announced next unless it is taken before; null when it is not
 * @param reportAt when the source is told that it was not taken; null for never, and once it is over
 * @param updatedAt when it reached its state
 * @param receipt null before the destination confirmed
 */
public record DeliveryRow(
        UUID id,
        DeliveryState state,
        PacketView.Party destination,
        String reason,
        UUID replaces,
        FormView form,
        Instant notBefore,
        Instant deadline,
        int attempts,
        Instant nextAttemptAt,
        Instant reportAt,
        Instant createdAt,
        Instant updatedAt,
        Receipt receipt) {}
