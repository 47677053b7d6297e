package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;

/**
 * A packet in a list.
 *
 * @param title null when the person may not read it (neither source nor destination is in the person's subtree)
 * @param deliveryState state at the destination (at the first one when there are several)
 * @param others how many destinations there are besides, of those that the person may see
 * @param bytes of all files together
 * @param confirmedAt null before the destination confirmed
 */
public record PacketRow(
        UUID id,
        String title,
        String sourceCode,
        String sourceName,
        String destinationCode,
        String destinationName,
        int others,
        String dataType,
        Importance importance,
        PacketState state,
        DeliveryState deliveryState,
        ContentState contentState,
        long bytes,
        Instant createdAt,
        Instant confirmedAt) {}
