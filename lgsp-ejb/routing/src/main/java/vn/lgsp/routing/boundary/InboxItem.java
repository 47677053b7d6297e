package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;

/**
 * A packet that waits for a destination (Điều 9.1).
 *
 * @param form in which it comes; null for what was sent
 * @param size bytes of all files in that form
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
        FormView form,
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
                form,
                size,
                waitingSince,
                deadline,
                content);
    }
}
