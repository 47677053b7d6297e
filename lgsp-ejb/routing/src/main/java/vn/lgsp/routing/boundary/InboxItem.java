package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;

/** A packet that waits for a destination (Điều 9.1); {@code deadline} may be null. */
public record InboxItem(
        UUID deliveryId,
        UUID packetId,
        DeliveryState state,
        String title,
        Importance importance,
        String dataType,
        String protocol,
        PacketView.Party source,
        long size,
        Instant waitingSince,
        Instant deadline) {}
