package vn.lgsp.routing.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.crypto.ContentCorruptedException;
import vn.lgsp.crypto.ContentKey;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.crypto.RecordSeal;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.PacketFile;

/** Opens the keys of packets, and with them checks that what is recorded of a file is what was recorded when it came in (Điều 5.2). */
@ApplicationScoped
public class ContentKeys {
    /** What keys of packets were bound to before records were sealed. */
    private static final String BEFORE_SEALS = "packet:";

    private static final Logger LOG = System.getLogger(ContentKeys.class.getName());

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private KeyVault vault;

    /**
     * A key that was opened; to be closed.
     *
     * @param sealed whether the records of the packet's files carry seals; the wrapping of the key says so, which nobody can forge
     */
    public record Opened(ContentKey key, boolean sealed) implements AutoCloseable {
        @Override
        public void close() {
            key.close();
        }
    }

    /**
     * Opens the key of a packet.
     *
     * @throws ContentCorruptedException when the stored key was changed, or is another packet's
     * @throws LgspException UNAVAILABLE when it is, by all that is recorded, under another master key than the one that is loaded: that is no
     *     damage, and nothing counts as damaged for it
     */
    public Opened open(UUID packetId, byte[] wrappedKey) throws ContentCorruptedException {
        Optional<ContentKey> sealed = ContentKey.tryUnwrap(vault, wrappedKey, Grants.keyContext(packetId));
        if (sealed.isPresent()) {
            return new Opened(sealed.get(), true);
        }
        Optional<ContentKey> earlier = ContentKey.tryUnwrap(vault, wrappedKey, BEFORE_SEALS + packetId);
        if (earlier.isPresent()) {
            return new Opened(earlier.get(), false);
        }
        throw closed(packetId);
    }

    /** A key that does not open was changed, unless the platform's other secrets are under the same other master key. */
    private ContentCorruptedException closed(UUID packetId) {
        boolean otherMasterKey = ((Number) em.createNativeQuery(
                                        """
                                select count(*) from content c where c.packet_id = :packet and c.master_key_id <> :loaded
                                    and exists (select from access_key k where k.master_key_id = c.master_key_id)
                                """)
                                .setParameter("packet", packetId)
                                .setParameter("loaded", vault.masterKeyId())
                                .getSingleResult())
                        .intValue()
                > 0;
        if (otherMasterKey) {
            LOG.log(
                    Level.ERROR,
                    "the content key of packet " + packetId + " is under another master key than the loaded one");
            throw new LgspException(ErrorCode.UNAVAILABLE);
        }
        return new ContentCorruptedException(packetId, -1, "the content key was changed");
    }

    /**
     * Opens the key of a packet whose content is coming in still.
     *
     * @throws LgspException UPLOADED_CONTENT_DAMAGED when the stored key was changed; UNAVAILABLE as {@link #open}
     */
    public Opened openForIntake(UUID packetId, byte[] wrappedKey) {
        try {
            return open(packetId, wrappedKey);
        } catch (ContentCorruptedException changed) {
            LOG.log(Level.ERROR, "the key of packet " + packetId + ", which is coming in, is damaged", changed);
            throw new LgspException(ErrorCode.UPLOADED_CONTENT_DAMAGED);
        }
    }

    /** Seals the record of a file as it stands now, as it comes in. */
    public void seal(PacketFile file, byte[] wrappedKey) {
        try (Opened opened = openForIntake(file.packetId(), wrappedKey)) {
            if (opened.sealed()) {
                seal(file, opened.key());
            }
        }
    }

    /** The same with the key of a packet of today at hand. */
    void seal(PacketFile file, ContentKey key) {
        file.seal(RecordSeal.of(key, fields(file)));
    }

    /**
     * Makes sure that the record of a file is the one that was sealed.
     *
     * @throws ContentCorruptedException when it was changed or exchanged
     */
    public void requireSealed(PacketFile file, Opened opened) throws ContentCorruptedException {
        if (opened.sealed() && !RecordSeal.holds(opened.key(), fields(file), file.seal())) {
            throw new ContentCorruptedException(file.blobId(), -1, "the record of the file was changed");
        }
    }

    private static List<byte[]> fields(PacketFile file) {
        List<byte[]> sent = List.of(
                file.packetId().toString().getBytes(UTF_8),
                file.name().getBytes(UTF_8),
                file.mediaType().getBytes(UTF_8),
                ByteBuffer.allocate(Long.BYTES).putLong(file.size()).array(),
                file.digest().bytes(),
                String.valueOf(file.blobId()).getBytes(UTF_8));
        return file.form() == 0 ? sent : formed(file, sent);
    }

    /** What was made of a file can take its place in no other form. */
    private static List<byte[]> formed(PacketFile file, List<byte[]> sent) {
        List<byte[]> fields = new ArrayList<>(sent);
        fields.add(ByteBuffer.allocate(Integer.BYTES).putInt(file.form()).array());
        fields.add(file.original().getBytes(UTF_8));
        return fields;
    }
}
