package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A delivery as its destination sees it.
 *
 * @param id of the delivery
 * @param packetId of its packet
 * @param state where it stands
 * @param title subject of the content
 * @param importance how urgent it is
 * @param dataType code of the data type
 * @param protocol exchange protocol of the content
 * @param source who sends it
 * @param transformation the form in which it comes; null for what was sent
 * @param reason why it was refused; may be null
 * @param space where the content lies; null until it is accepted
 */
public record Delivery(
        UUID id,
        UUID packetId,
        DeliveryState state,
        String title,
        Importance importance,
        String dataType,
        String protocol,
        Party source,
        Transformation transformation,
        String reason,
        DownloadSpace space) {

    /** Checks what the contract requires. */
    public Delivery {
        requireNonNull(id, "id");
        requireNonNull(packetId, "packetId");
        requireNonNull(state, "state");
        requireNonNull(source, "source");
    }
}
