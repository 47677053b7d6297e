package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a destination confirmed (biên nhận, Điều 8.5, 9.3).
 *
 * @param form that was confirmed; null for what was sent
 * @param files what was confirmed, with its digests
 * @param originals what was sent, where another form was confirmed; null otherwise
 * @param keyDestroyed whether the content key is destroyed
 * @param erasedAt when the bytes were gone as well; null before
 */
public record Receipt(
        UUID packetId,
        UUID deliveryId,
        PacketView.Party source,
        PacketView.Party destination,
        FormView form,
        List<PacketView.FileView> files,
        List<PacketView.FileView> originals,
        Instant confirmedAt,
        boolean keyDestroyed,
        Instant erasedAt) {}
