package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivery that waits for this application (Điều 9.1).
 *
 * @param deliveryId of the delivery
 * @param packetId of its packet
 * @param state where the delivery stands
 * @param title subject of the content
 * @param importance how urgent it is
 * @param dataType code of the data type
 * @param protocol exchange protocol of the content
 * @param source who sends it
 * @param transformation the form in which it comes; null for what was sent
 * @param size bytes of all files in that form
 * @param waitingSince since when it waits
 * @param deadline worthless later; may be null
 * @param files the content, where it came along; empty otherwise
 */
public record InboxItem(
        UUID deliveryId,
        UUID packetId,
        DeliveryState state,
        String title,
        Importance importance,
        String dataType,
        String protocol,
        Party source,
        Transformation transformation,
        long size,
        Instant waitingSince,
        Instant deadline,
        List<InlineFile> files) {

    /** Checks what the contract requires. */
    public InboxItem {
        requireNonNull(deliveryId, "deliveryId");
        requireNonNull(packetId, "packetId");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        files = List.copyOf(files);
    }

    /** Whether the content came along: the delivery can be confirmed at once. */
    public boolean complete() {
        return !files.isEmpty();
    }

    /** The confirmation of what came along. */
    public Confirmation confirmation() {
        return new Confirmation(
                deliveryId, files.stream().map(InlineFile::received).toList());
    }
}
