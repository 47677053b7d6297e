package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Digest;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;

/**
 * A packet as its source and its destinations see it.
 *
 * @param space where to upload; null once closed, and for destinations
 */
public record PacketView(
        UUID id,
        PacketState state,
        String title,
        Importance importance,
        String dataType,
        String protocol,
        Party source,
        List<DeliveryView> deliveries,
        ContentState content,
        List<FileView> files,
        Instant notBefore,
        Instant deadline,
        UploadSpace space,
        Instant createdAt,
        Instant updatedAt) {

    /** An agency, and the application that acts for it. */
    public record Party(String agency, String name, String application) {}

    /** How far the packet is at one destination; {@code reason} is null unless refused or failed. */
    public record DeliveryView(UUID id, DeliveryState state, Party destination, String reason) {}

    /** A file of a packet, bytes and SHA-256 of the plain content. */
    public record FileView(String name, String mediaType, long size, Digest digest) {}

    /** Where the source uploads (không gian liên thông). */
    public record UploadSpace(UUID id, Instant expiresAt, long maxBytes, int maxFiles) {}
}
