package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;

/**
 * A packet that waits for a destination (Điều 9.1).
 *
 * @param deadline may be null
 * @param files its content, which the destination has taken with this; null where it did not come along
 */
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
        Instant deadline,
        List<InlineFile> files) {

    /** The same once its content has come along. */
    InboxItem with(List<InlineFile> content) {
        return new InboxItem(
                deliveryId,
                packetId,
                DeliveryState.FETCHING,
                title,
                importance,
                dataType,
                protocol,
                source,
                size,
                waitingSince,
                deadline,
                content);
    }
}
