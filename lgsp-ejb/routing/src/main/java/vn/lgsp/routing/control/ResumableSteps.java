package vn.lgsp.routing.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
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
import vn.lgsp.model.packet.ResumableUpload;
import vn.lgsp.model.packet.ResumableUpload.Kind;
import vn.lgsp.model.packet.Space;

/** The transactions of uploads that can be taken up again. Each locks the packet first, as everything does that changes one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ResumableSteps {
    private static final int BATCH = 200;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private Intake intake;

    @Inject
    private Reservations reservations;

    /**
     * An upload as it stands, and what is needed to go on with it.
     *
     * @param limit bytes that the upload may have at most
     */
    public record Stand(ResumableUpload upload, byte[] wrappedKey, long limit) {}

    /** Looks at an upload without changing anything. */
    public ResumableUpload look(Caller caller, UUID spaceId, UUID id) {
        Space space = packets.space(caller, spaceId);
        Uploads.requireOpen(space, packets.read(space.packetId()));
        return find(spaceId, id);
    }

    /** The largest file that the space may take at present, bytes. */
    public long room(Caller caller, UUID spaceId) {
        Packet packet = intake.lock(caller, spaceId);
        return reservations.room(packet, null, List.of());
    }

    /**
     * Checks that an upload may begin.
     *
     * @param parts ids of the parts that it is joined from; their bytes do not count
     */
    public UploadSteps.Place begin(
            Caller caller, UUID spaceId, ResumableUpload.Wanted wanted, List<UUID> parts, int maxFiles) {
        Packet packet = intake.lock(caller, spaceId);
        long room = reservations.admit(packet, wanted, parts, maxFiles);
        return new UploadSteps.Place(
                packet.id(),
                Ids.next(),
                packets.content(packet.id()).wrappedKey(),
                wanted.length() == null ? room : wanted.length());
    }

    /** An upload that has begun, and the blobs of those whose place it takes. */
    public record Begun(UUID id, List<UUID> replaced) {}

    /** Enters an upload now that its bytes can grow. An earlier one of the same name ends. */
    public Begun enter(
            Caller caller, UUID spaceId, ResumableUpload.Wanted wanted, UUID blobId, byte[] suspended, int maxFiles) {
        Packet packet = intake.lock(caller, spaceId);
        reservations.admit(packet, wanted, List.of(), maxFiles);
        List<UUID> replaced = removeNamed(packet, wanted.fileName());
        var upload = new ResumableUpload(packets.space(caller, spaceId), wanted, blobId, suspended, Journal.now());
        em.persist(upload);
        start(packet, caller);
        return new Begun(upload.id(), replaced);
    }

    /** Enters a file that was joined from parts and whose bytes are durable; the parts end. */
    public Begun enterJoined(
            Caller caller,
            UUID spaceId,
            ResumableUpload.Wanted wanted,
            List<UUID> parts,
            UUID blobId,
            Digest digest,
            int maxFiles) {
        Packet packet = intake.lock(caller, spaceId);
        reservations.admit(packet, wanted, parts, maxFiles);
        List<UUID> replaced = new ArrayList<>(removeNamed(packet, wanted.fileName()));
        for (ResumableUpload part : parts(caller, spaceId, parts)) {
            if (em.contains(part)) {
                em.remove(part);
                replaced.add(part.blobId());
            }
        }
        var upload = new ResumableUpload(packets.space(caller, spaceId), wanted, blobId, new byte[0], Journal.now());
        upload.finish(wanted.length(), Journal.now());
        em.persist(upload);
        start(packet, caller);
        replaced.add(intake.enter(packet, wanted.fileName(), wanted.mediaType(), wanted.length(), digest, blobId)
                .replaced());
        return new Begun(upload.id(), replaced);
    }

    /**
     * Checks that more may come.
     *
     * @param offset where the client means to go on
     * @param length the length that it tells now; null when it does not
     */
    public Stand resume(Caller caller, UUID spaceId, UUID id, long offset, Long length) {
        Packet packet = intake.lock(caller, spaceId);
        ResumableUpload upload = find(spaceId, id);
        if (upload.kind() == Kind.JOINED) {
            throw new LgspException(ErrorCode.UPLOAD_JOINED);
        }
        if (upload.offset() != offset) {
            throw new LgspException(ErrorCode.UPLOAD_OFFSET_MISMATCH, upload.offset());
        }
        long room = reservations.room(packet, upload.fileName(), List.of(id));
        if (length != null) {
            tell(upload, length, room);
        }
        start(packet, caller);
        return new Stand(
                upload, packets.content(packet.id()).wrappedKey(), upload.length() == null ? room : upload.length());
    }

    /** Takes note of bytes that are durable; only from the offset that was known before. */
    public void arrived(UUID id, long before, long offset, byte[] suspended) {
        ResumableUpload upload = em.find(ResumableUpload.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (upload == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        if (upload.finished() || upload.offset() != before) {
            throw new LgspException(ErrorCode.UPLOAD_OFFSET_MISMATCH, upload.offset());
        }
        upload.arrived(offset, suspended);
    }

    /**
     * Enters the file, or the part, now that all its bytes are durable.
     *
     * @return the blob that the file replaced; null when none
     */
    public UUID finish(Caller caller, UUID spaceId, UUID id, long size, Digest digest, int maxFiles) {
        Packet packet = intake.lock(caller, spaceId);
        ResumableUpload upload = find(spaceId, id);
        upload.finish(size, Journal.now());
        if (upload.kind() == Kind.PART) {
            return null;
        }
        if (intake.others(packet, upload.fileName()).size() >= maxFiles) {
            throw new LgspException(ErrorCode.TOO_MANY_FILES, maxFiles);
        }
        return intake.enter(packet, upload.fileName(), upload.mediaType(), size, digest, upload.blobId())
                .replaced();
    }

    /** The parts of a file to be joined, in this order; they must be complete. */
    public List<ResumableUpload> parts(Caller caller, UUID spaceId, List<UUID> ids) {
        intake.lock(caller, spaceId);
        return ids.stream()
                .map(id -> Optional.ofNullable(em.find(ResumableUpload.class, id))
                        .filter(part -> part.spaceId().equals(spaceId) && part.kind() == Kind.PART && part.finished())
                        .orElseThrow(() -> new LgspException(ErrorCode.UPLOAD_UNFINISHED)))
                .toList();
    }

    /**
     * The client gives an upload up; a file that came of it is taken out of the packet.
     *
     * @return the blob to be removed; null when the bytes belong to nobody any more or to a later file
     */
    public UUID terminate(Caller caller, UUID spaceId, UUID id) {
        Packet packet = intake.lock(caller, spaceId);
        ResumableUpload upload = find(spaceId, id);
        em.remove(upload);
        if (Reservations.ownsBytes(upload)) {
            return upload.blobId();
        }
        Optional<PacketFile> file = packets.file(packet.id(), upload.fileName())
                .filter(one -> one.blobId().equals(upload.blobId()));
        file.ifPresent(one -> intake.remove(packet, one));
        return file.map(PacketFile::blobId).orElse(null);
    }

    /** Uploads whose time or whose space's time is over. */
    public List<UUID> over() {
        return em.createQuery(
                        """
                        select u.id from ResumableUpload u join Space s on s.id = u.spaceId
                        where u.expiresAt <= :now or s.closedAt is not null
                        """,
                        UUID.class)
                .setParameter("now", Journal.now())
                .setMaxResults(BATCH)
                .getResultList();
    }

    /**
     * Forgets an upload whose time is over.
     *
     * @return the blob to be removed; null when there is none
     */
    public UUID end(UUID id) {
        ResumableUpload upload = em.find(ResumableUpload.class, id);
        if (upload == null) {
            return null;
        }
        packets.lock(upload.packetId());
        em.refresh(upload);
        em.remove(upload);
        return Reservations.ownsBytes(upload) ? upload.blobId() : null;
    }

    /** Ends the uploads of a name, which may be null, and returns the blobs that belong to no file. */
    private List<UUID> removeNamed(Packet packet, String name) {
        List<ResumableUpload> named = packets.uploads(packet.id()).stream()
                .filter(upload -> name != null && name.equals(upload.fileName()))
                .toList();
        named.forEach(em::remove);
        return named.stream()
                .filter(Reservations::ownsBytes)
                .map(ResumableUpload::blobId)
                .toList();
    }

    private ResumableUpload find(UUID spaceId, UUID id) {
        ResumableUpload upload = Optional.ofNullable(em.find(ResumableUpload.class, id))
                .filter(one -> one.spaceId().equals(spaceId))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        if (upload.expired(Journal.now())) {
            throw new LgspException(ErrorCode.SPACE_EXPIRED);
        }
        return upload;
    }

    private void start(Packet packet, Caller caller) {
        if (packet.state() == PacketState.GRANTED) {
            journal.step(packet, PacketState.UPLOADING, Actor.of(caller));
        }
    }

    private static void tell(ResumableUpload upload, long length, long room) {
        if (upload.length() != null && upload.length() != length || length < upload.offset()) {
            throw new LgspException(ErrorCode.REQUEST_MALFORMED, "Upload-Length");
        }
        if (length > room) {
            throw new LgspException(ErrorCode.PACKET_TOO_LARGE, room);
        }
        upload.length(length);
    }
}
