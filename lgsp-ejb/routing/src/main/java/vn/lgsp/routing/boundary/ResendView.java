package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * What a destination asked its source to send again.
 *
 * @param deliveryId the delivery that was made, or not made, at first
 * @param requestedBy who asked, as the history names people and applications
 * @param answeredBy the packet that was sent again; null before
 * @param answeredAt null before it was sent again
 */
public record ResendView(
        UUID deliveryId,
        UUID packetId,
        PacketView.Party destination,
        Instant requestedAt,
        String requestedBy,
        String reason,
        UUID answeredBy,
        Instant answeredAt) {}
