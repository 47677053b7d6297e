package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;

/**
 * A delivery as its destination sees it.
 *
 * @param form in which it comes; null for what was sent
 * @param reason null unless refused or failed
 * @param space where to take the content; null before it was accepted and after it was closed
 */
public record DeliveryTask(
        UUID id,
        UUID packetId,
        DeliveryState state,
        String title,
        Importance importance,
        String dataType,
        String protocol,
        PacketView.Party source,
        FormView form,
        String reason,
        DownloadSpace space) {

    /** Where the destination takes the content (Điều 9.2). */
    public record DownloadSpace(UUID id, Instant expiresAt, List<PacketView.FileView> files) {}
}
