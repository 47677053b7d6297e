package vn.lgsp.routing.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.lgsp.model.Caller;
import vn.lgsp.model.packet.Content;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.ResumableUpload;
import vn.lgsp.model.packet.Space;

/** The batch of a transaction that acts on many packets at once; see {@link Batch}. */
@ApplicationScoped
public class Batches {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /** The batch of the present transaction; null when it is about one packet, and outside a transaction. */
    Batch current() {
        return transactions.getTransactionKey() == null ? null : (Batch) transactions.getResource(Batch.class);
    }

    /** Whether a packet begins in the batch of the present transaction: nothing of it is in the database yet. */
    boolean isNew(UUID packetId) {
        Batch batch = current();
        return batch != null && batch.isNew(packetId);
    }

    /** Reads something that is the same for many packets: within a batch only once. */
    <T> T once(Object key, Supplier<T> reading) {
        Batch batch = current();
        return batch == null ? reading.get() : batch.once(key, reading);
    }

    /** Does something when the rows of the packets are there: at once, or at the end of the batch. */
    void atEnd(Runnable act) {
        Batch batch = current();
        if (batch == null) {
            act.run();
        } else {
            batch.atEnd(act);
        }
    }

    /** The packets of deliveries, each once; what does not exist is left out. */
    @SuppressWarnings("unchecked")
    public List<UUID> packetsOf(Collection<UUID> deliveryIds) {
        return em.createNativeQuery(
                        "select distinct packet_id from delivery where id = any (cast(:ids as uuid[]))", UUID.class)
                .setParameter("ids", array(deliveryIds))
                .getResultList();
    }

    /** The packets of those deliveries that are addressed to this application. */
    @SuppressWarnings("unchecked")
    public List<UUID> packetsTo(Caller caller, Collection<UUID> deliveryIds) {
        return em.createNativeQuery(
                        """
                        select distinct packet_id from delivery
                        where id = any (cast(:ids as uuid[])) and destination_application_id = :application
                        """,
                        UUID.class)
                .setParameter("ids", array(deliveryIds))
                .setParameter("application", caller.applicationId())
                .getResultList();
    }

    /** Makes the present transaction one about many packets. */
    public Batch open() {
        Batch batch = new Batch();
        transactions.putResource(Batch.class, batch);
        return batch;
    }

    /**
     * Locks packets, always in the same order, and reads ahead what belongs to them.
     *
     * @param waiting whether to wait for packets that somebody else has locked; they are left out otherwise
     */
    public Batch open(Collection<UUID> packetIds, boolean waiting) {
        Batch batch = open();
        String ids = array(packetIds);
        List<Packet> locked = read(
                Packet.class,
                "select * from packet where id = any (cast(:ids as uuid[])) order by id for update"
                        + (waiting ? "" : " skip locked"),
                ids);
        locked.forEach(batch::add);
        if (!locked.isEmpty()) {
            String held = array(locked.stream().map(Packet::id).toList());
            of(Delivery.class, "delivery", "order by id", held).forEach(batch::add);
            of(Content.class, "content", "", held).forEach(batch::add);
            of(PacketFile.class, "packet_file", "order by packet_id, name", held)
                    .forEach(batch::add);
            boolean bySteps = bySteps(held);
            if (bySteps) {
                of(ResumableUpload.class, "resumable_upload", "", held).forEach(batch::add);
            }
            // Hibernate forgets these, for it would look through all of them at every flush; spaces, which the batch
            // does not write, it watches.
            em.clear();
            if (bySteps) {
                for (Object space : query(
                                Space.class, "select * from space where packet_id = any (cast(:ids as uuid[]))", held)
                        .getResultList()) {
                    batch.add((Space) space);
                }
            }
        }
        return batch;
    }

    /** Whether any of them has a space or an upload: most came whole and were taken whole, and have neither. */
    private boolean bySteps(String ids) {
        return !em.createNativeQuery(
                        """
                        select 1 from space where packet_id = any (cast(:ids as uuid[]))
                        union all
                        select 1 from resumable_upload where packet_id = any (cast(:ids as uuid[])) limit 1
                        """,
                        Integer.class)
                .setParameter("ids", ids)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .isEmpty();
    }

    private <T> List<T> of(Class<T> type, String table, String order, String ids) {
        return read(type, "select * from " + table + " where packet_id = any (cast(:ids as uuid[])) " + order, ids);
    }

    /** Reads rows whose changes Hibernate does not write. */
    @SuppressWarnings("unchecked")
    private <T> List<T> read(Class<T> type, String sql, String ids) {
        return query(type, sql, ids)
                .setHint("org.hibernate.readOnly", true)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    private Query query(Class<?> type, String sql, String ids) {
        return em.createNativeQuery(sql, type).setParameter("ids", ids);
    }

    /** Ids as PostgreSQL writes an array. */
    static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
