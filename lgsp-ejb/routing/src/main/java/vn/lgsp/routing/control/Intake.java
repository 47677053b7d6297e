package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import vn.lgsp.crypto.ContentCorruptedException;
import vn.lgsp.crypto.ContentKey;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Digest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.Space;
import vn.lgsp.registry.boundary.Directory;

/** What holds for every file that comes in (Điều 8.3), in one request or in several; for use inside a transaction. */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = System.getLogger(Intake.class.getName());
    private static final String ANY_TYPE = "application/octet-stream";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private SmallContent small;

    @EJB
    private Directory directory;

    @Inject
    private ContentKeys keys;

    /** The file as stored, and the blob of the content store that it replaced; null when none. */
    public record Stored(PacketFile file, UUID replaced) {}

    /**
     * Enters a file whose bytes are durable in the content store, in place of an earlier one of its name.
     *
     * @param packet locked
     * @param mediaType null counts as application/octet-stream
     * @throws LgspException PACKET_TOO_LARGE
     */
    public Stored enter(Packet packet, String name, String mediaType, long size, Digest digest, UUID blobId) {
        return enter(packet, name, mediaType, size, digest, blobId, null);
    }

    /**
     * The same for a file that may be small.
     *
     * @param sealed its bytes as they are stored with it; null when they are in the content store
     */
    public Stored enter(
            Packet packet, String name, String mediaType, long size, Digest digest, UUID blobId, byte[] sealed) {
        List<PacketFile> others = others(packet, name);
        long room = room(packet, others);
        if (size > room) {
            throw new LgspException(ErrorCode.PACKET_TOO_LARGE, room);
        }
        Optional<PacketFile> earlier = packets.file(packet.id(), name);
        UUID replaced = earlier.map(this::replaced).orElse(null);
        Consumer<PacketFile> seal =
                one -> keys.seal(one, packets.content(packet.id()).wrappedKey());
        PacketFile file;
        if (earlier.isPresent()) {
            file = earlier.get();
            store(file, mediaType, size, digest, blobId, sealed, seal);
        } else {
            file = new PacketFile(packet.id(), name);
            store(file, mediaType, size, digest, blobId, sealed, seal);
            packets.enter(file);
        }
        packet.totalBytes(others.stream().mapToLong(PacketFile::size).sum() + size);
        return new Stored(file, replaced);
    }

    /**
     * Checks the records of all files before they are counted on.
     *
     * @throws LgspException UPLOADED_CONTENT_DAMAGED
     */
    public void requireSealed(Packet packet) {
        try (ContentKeys.Opened key =
                keys.open(packet.id(), packets.content(packet.id()).wrappedKey())) {
            for (PacketFile file : packets.files(packet.id())) {
                keys.requireSealed(file, key);
            }
        } catch (ContentCorruptedException changed) {
            LOG.log(Level.ERROR, "packet " + packet.id() + ", which is coming in, has a damaged record", changed);
            throw new LgspException(ErrorCode.UPLOADED_CONTENT_DAMAGED);
        }
    }

    /**
     * Enters a file that is known to fit and to be the first of its name; the caller counts the bytes of the packet.
     *
     * @param key of the packet
     */
    void add(
            Packet packet,
            String name,
            String mediaType,
            long size,
            Digest digest,
            UUID blobId,
            byte[] sealed,
            ContentKey key) {
        PacketFile file = new PacketFile(packet.id(), name);
        store(file, mediaType, size, digest, blobId, sealed, one -> keys.seal(one, key));
        packets.enter(file);
    }

    /**
     * Enters a file that was made for another form of a packet under way.
     *
     * @param packet locked; its bytes are those of what was sent
     */
    void add(Packet packet, int form, MadeFile made, byte[] wrappedKey) {
        PacketFile file = new PacketFile(packet.id(), form, made.name(), made.original());
        store(
                file,
                made.mediaType(),
                made.size(),
                made.digest(),
                made.blobId(),
                made.sealed(),
                one -> keys.seal(one, wrappedKey));
        packets.enter(file);
    }

    private void store(
            PacketFile file,
            String mediaType,
            long size,
            Digest digest,
            UUID blobId,
            byte[] sealed,
            Consumer<PacketFile> seal) {
        file.stored(mediaType(mediaType), size, digest, blobId, sealed != null, Journal.now());
        seal.accept(file);
        if (sealed != null) {
            small.keep(file.packetId(), blobId, sealed);
        }
    }

    /** Lets go of the bytes of a file that is replaced: at once where they are in a row, after the commit where they are in the store. */
    private UUID replaced(PacketFile earlier) {
        if (!earlier.small()) {
            return earlier.blobId();
        }
        small.remove(earlier.packetId(), earlier.blobId());
        return null;
    }

    /** The media type of a file for which none may have been told. */
    static String mediaType(String told) {
        return told == null ? ANY_TYPE : told;
    }

    /** Takes a file out again. */
    public void remove(Packet packet, PacketFile file) {
        em.remove(file);
        packet.totalBytes(
                others(packet, file.name()).stream().mapToLong(PacketFile::size).sum());
    }

    /** Locks the packet of a source's space that takes content still. */
    public Packet lock(Caller caller, UUID spaceId) {
        Space space = packets.space(caller, spaceId);
        if (space.deliveryId() != null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        Packet packet = packets.lockOwn(caller, space.packetId());
        em.refresh(space);
        Uploads.requireOpen(space, packet);
        return packet;
    }

    /** The files of a packet but the one of this name. */
    public List<PacketFile> others(Packet packet, String name) {
        return packets.files(packet.id()).stream()
                .filter(file -> !file.name().equals(name))
                .toList();
    }

    /** Bytes that the packet may still take beside those files. */
    public long room(Packet packet, List<PacketFile> others) {
        long max = directory.dataType(packet.dataType()).orElseThrow().maxBytes();
        return max - others.stream().mapToLong(PacketFile::size).sum();
    }

    /** Refuses names that could mislead a program or a person (FILE_NAME_INVALID). */
    public static void requireName(String name) {
        boolean fine = name != null
                && !name.isBlank()
                && name.codePointCount(0, name.length()) <= 255
                && name.chars().noneMatch(c -> c == '/' || c == '\\')
                && name.codePoints().noneMatch(Intake::invisible)
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
