package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A packet as its source or its destination sees it (Điều 8.5).
 *
 * @param id of the packet
 * @param state where it stands
 * @param title subject of the content
 * @param importance how urgent it is
 * @param dataType code of the data type
 * @param protocol exchange protocol of the content
 * @param source who sends it
 * @param deliveries one per destination
 * @param content what is still kept of its content
 * @param files what was uploaded
 * @param policy how it is to be delivered; may be null
 * @param space where its content goes; null once it is complete, and for destinations
 * @param createdAt when it was asked for
 * @param updatedAt when its state last changed
 */
public record Packet(
        UUID id,
        PacketState state,
        String title,
        Importance importance,
        String dataType,
        String protocol,
        Party source,
        List<PacketDelivery> deliveries,
        ContentState content,
        List<FileInfo> files,
        Policy policy,
        UploadSpace space,
        Instant createdAt,
        Instant updatedAt) {

    /** Checks what the contract requires. */
    public Packet {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        deliveries = List.copyOf(deliveries);
        files = List.copyOf(files);
    }
}
