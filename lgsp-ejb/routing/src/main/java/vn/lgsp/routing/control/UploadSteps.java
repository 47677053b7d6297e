package vn.lgsp.routing.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Digest;
import vn.lgsp.model.Ids;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.PacketState;

/** The transactions before and after the bytes of a file. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UploadSteps {
    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private Intake intake;

    /**
     * Where the bytes of a file go.
     *
     * @param limit bytes that the packet may still take
     */
    public record Place(UUID packetId, UUID blobId, byte[] wrappedKey, long limit) {}

    /** Checks that the file may come, and takes the packet to UPLOADING with the first one. */
    public Place begin(Caller caller, UUID spaceId, String name, int maxFiles) {
        Intake.requireName(name);
        Packet packet = intake.lock(caller, spaceId);
        List<PacketFile> others = intake.others(packet, name);
        if (others.size() >= maxFiles) {
            throw new LgspException(ErrorCode.TOO_MANY_FILES, maxFiles);
        }
        if (packet.state() == PacketState.GRANTED) {
            journal.step(packet, PacketState.UPLOADING, Actor.of(caller));
        }
        byte[] wrapped = packets.content(packet.id()).wrappedKey();
        return new Place(packet.id(), Ids.next(), wrapped, intake.room(packet, others));
    }

    /**
     * Enters the file.
     *
     * @param sealed its bytes where they are small; null when they are durable in the content store
     */
    public Intake.Stored finish(
            Caller caller,
            UUID spaceId,
            Place place,
            String name,
            String mediaType,
            long size,
            Digest digest,
            byte[] sealed) {
        Packet packet = intake.lock(caller, spaceId);
        return intake.enter(packet, name, mediaType, size, digest, place.blobId(), sealed);
    }
}
