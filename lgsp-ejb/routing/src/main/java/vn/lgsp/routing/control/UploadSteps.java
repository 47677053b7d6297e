package vn.lgsp.routing.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
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
import vn.lgsp.model.packet.Space;
import vn.lgsp.registry.boundary.Directory;

/** The transactions before and after the bytes of a file. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UploadSteps {
    private static final String ANY_TYPE = "application/octet-stream";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private Directory directory;

    /**
     * Where the bytes of a file go.
     *
     * @param limit bytes that the packet may still take
     */
    public record Place(UUID packetId, UUID blobId, byte[] wrappedKey, long limit) {}

    /** The file as stored, and the blob that it replaced; null when none. */
    public record Stored(PacketFile file, UUID replaced) {}

    /** Checks that the file may come, and takes the packet to UPLOADING with the first one. */
    public Place begin(Caller caller, UUID spaceId, String name, int maxFiles) {
        requireName(name);
        Packet packet = lock(caller, spaceId);
        List<PacketFile> others = others(packet, name);
        if (others.size() >= maxFiles) {
            throw new LgspException(ErrorCode.TOO_MANY_FILES, maxFiles);
        }
        if (packet.state() == PacketState.GRANTED) {
            journal.step(packet, PacketState.UPLOADING, Actor.of(caller));
        }
        byte[] wrapped = packets.content(packet.id()).wrappedKey();
        return new Place(packet.id(), Ids.next(), wrapped, room(packet, others));
    }

    /** Enters the file now that its bytes are durable. */
    public Stored finish(
            Caller caller, UUID spaceId, Place place, String name, String mediaType, long size, Digest digest) {
        Packet packet = lock(caller, spaceId);
        List<PacketFile> others = others(packet, name);
        long room = room(packet, others);
        if (size > room) {
            throw new LgspException(ErrorCode.PACKET_TOO_LARGE, room);
        }
        Optional<PacketFile> earlier = packets.file(packet.id(), name);
        UUID replaced = earlier.map(PacketFile::blobId).orElse(null);
        PacketFile file = earlier.orElseGet(() -> new PacketFile(packet.id(), name));
        file.stored(mediaType == null ? ANY_TYPE : mediaType, size, digest, place.blobId(), Journal.now());
        if (earlier.isEmpty()) {
            em.persist(file);
        }
        packet.totalBytes(others.stream().mapToLong(PacketFile::size).sum() + size);
        return new Stored(file, replaced);
    }

    private Packet lock(Caller caller, UUID spaceId) {
        Space space = packets.space(caller, spaceId);
        if (space.deliveryId() != null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        Packet packet = packets.lockOwn(caller, space.packetId());
        em.refresh(space);
        Uploads.requireOpen(space, packet);
        return packet;
    }

    private List<PacketFile> others(Packet packet, String name) {
        return packets.files(packet.id()).stream()
                .filter(file -> !file.name().equals(name))
                .toList();
    }

    private long room(Packet packet, List<PacketFile> others) {
        long max = directory.dataType(packet.dataType()).orElseThrow().maxBytes();
        return max - others.stream().mapToLong(PacketFile::size).sum();
    }

    private static void requireName(String name) {
        boolean fine = name != null
                && !name.isBlank()
                && name.codePointCount(0, name.length()) <= 255
                && name.chars().noneMatch(c -> c == '/' || c == '\\')
                && name.codePoints().noneMatch(UploadSteps::invisible)
                && !name.equals(".")
                && !name.equals("..");
        if (!fine) {
            throw new LgspException(ErrorCode.FILE_NAME_INVALID);
        }
    }

    /** Control characters, and format characters such as those that turn the direction of writing and disguise an ending. */
    private static boolean invisible(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }
}
