package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a destination confirmed, and what became of the content (Điều 8.5, 5.3).
 *
 * @param packetId of the packet
 * @param deliveryId of the delivery
 * @param source who sent
 * @param destination who received
 * @param transformation the form that was received; null for what was sent
 * @param files what was received
 * @param originals what was sent, where another form was received; empty otherwise
 * @param confirmedAt when the destination confirmed
 * @param keyDestroyed whether the content key is destroyed
 * @param erasedAt when the bytes were erased; null while they are not
 */
public record Receipt(
        UUID packetId,
        UUID deliveryId,
        Party source,
        Party destination,
        Transformation transformation,
        List<FileInfo> files,
        List<FileInfo> originals,
        Instant confirmedAt,
        boolean keyDestroyed,
        Instant erasedAt) {

    /** Checks what the contract requires. */
    public Receipt {
        requireNonNull(packetId, "packetId");
        requireNonNull(deliveryId, "deliveryId");
        requireNonNull(source, "source");
        requireNonNull(destination, "destination");
        requireNonNull(confirmedAt, "confirmedAt");
        files = List.copyOf(files);
        originals = originals == null ? List.of() : List.copyOf(originals);
    }
}
