package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.crypto.SealedBytes;

/**
 * Keeps the sealed bytes of small files in the database, in the transaction that enters the file: they are durable with it and need no file of
 * their own. What is larger goes to the {@link ContentStore}.
 */
@ApplicationScoped
public class SmallContent {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Batches batches;

    @Inject
    @ConfigProperty(name = "lgsp.content.small.max", defaultValue = "65536")
    private Supplier<Integer> most;

    /** The size up to which content is small, bytes; 0 to {@link SealedBytes#MOST}. */
    public int most() {
        return Math.min(most.get(), SealedBytes.MOST);
    }

    /** Stores sealed bytes, durable when the transaction is. */
    public void keep(UUID packetId, UUID blobId, byte[] sealed) {
        if (batches.current() != null) {
            batches.current().keep(packetId, blobId, sealed);
            return;
        }
        em.createNativeQuery("insert into small_content (packet_id, blob_id, sealed) values (:packet, :blob, :sealed)")
                .setParameter("packet", packetId)
                .setParameter("blob", blobId)
                .setParameter("sealed", sealed)
                .executeUpdate();
    }

    /**
     * Opens stored bytes for reading at any position.
     *
     * @throws NoSuchFileException when there are none
     */
    public SeekableByteChannel open(UUID packetId, UUID blobId) throws NoSuchFileException {
        Batch batch = batches.current();
        if (batch != null && batch.sealed(blobId).isPresent()) {
            return new BytesChannel(batch.sealed(blobId).get());
        }
        List<?> rows = em.createNativeQuery(
                        "select sealed from small_content where packet_id = :packet and blob_id = :blob", byte[].class)
                .setParameter("packet", packetId)
                .setParameter("blob", blobId)
                .getResultList();
        if (rows.isEmpty()) {
            throw new NoSuchFileException(blobId.toString());
        }
        return new BytesChannel((byte[]) rows.get(0));
    }

    /** Reads the stored bytes of all small files of these packets, by blob. */
    Map<UUID, byte[]> read(Collection<UUID> packetIds) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        "select blob_id, sealed from small_content where packet_id = any (cast(:ids as uuid[]))")
                .setParameter("ids", Batches.array(packetIds))
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (byte[]) row[1]));
    }

    /** Removes the bytes of one file. */
    public void remove(UUID packetId, UUID blobId) {
        em.createNativeQuery("delete from small_content where packet_id = :packet and blob_id = :blob")
                .setParameter("packet", packetId)
                .setParameter("blob", blobId)
                .executeUpdate();
    }

    /** Removes the bytes of all small files of a packet. */
    public void removeAll(UUID packetId) {
        if (batches.current() != null) {
            batches.current().remove(packetId);
            return;
        }
        em.createNativeQuery("delete from small_content where packet_id = :packet")
                .setParameter("packet", packetId)
                .executeUpdate();
    }
}
