package vn.lgsp.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.notification.Event;
import vn.lgsp.model.packet.Packet;

/**
 * Writes events in the transaction of the change they report, and reads them for their subscriber.
 *
 * <p>The number of an event is taken from a row of its subscriber that stays locked until the transaction ends. So numbers become visible
 * in their order, and a reader that has seen n has seen everything up to n.
 */
@Stateless
public class Notification {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private jakarta.enterprise.event.Event<EventWritten> written;

    /** Told when an event has been written; observers that care for what is durable watch {@code AFTER_SUCCESS}. */
    public record EventWritten(UUID applicationId) {}

    /**
     * Writes an event for an application; call it last in the transaction, which must exist.
     *
     * @param deliveryId may be null
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void tell(UUID applicationId, EventType type, Packet packet, UUID deliveryId) {
        JsonObjectBuilder data =
                Json.createObjectBuilder().add("packetId", packet.id().toString());
        if (deliveryId == null) {
            data.addNull("deliveryId");
        } else {
            data.add("deliveryId", deliveryId.toString());
        }
        data.add("importance", packet.importance().code());
        data.add("dataType", packet.dataType());
        data.add("size", packet.totalBytes());
        em.flush();
        em.persist(new Event(
                applicationId,
                nextNumber(applicationId),
                type.cloudEventsType(),
                packet.id(),
                deliveryId,
                data.build().toString(),
                Instant.now()));
        written.fire(new EventWritten(applicationId));
    }

    /** What an application is to be told; {@code deliveryId} may be null. */
    public record Telling(UUID applicationId, EventType type, UUID deliveryId) {}

    /**
     * Writes several events of a packet; call it last in the transaction, which must exist. The rows of the subscribers are locked in one
     * order whatever the order given, so that packets with the same applications at their ends never wait for each other in a circle.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void tell(Packet packet, Collection<Telling> tellings) {
        tellings.stream()
                .sorted(Comparator.comparing(Telling::applicationId))
                .forEach(one -> tell(one.applicationId(), one.type(), packet, one.deliveryId()));
    }

    /**
     * Reads an application's events in their order.
     *
     * @param after the last number seen, 0 for none
     * @param limit 1–1000
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Notice> read(UUID applicationId, long after, int limit) {
        return em.createQuery(
                        "select e from Event e where e.applicationId = :application and e.seq > :after order by e.seq",
                        Event.class)
                .setParameter("application", applicationId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(Notice::of)
                .toList();
    }

    /** Returns the number of the newest event of an application, 0 when there is none. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long newest(UUID applicationId) {
        List<?> rows = em.createNativeQuery(
                        "select last_seq from event_cursor where application_id = :application", Long.class)
                .setParameter("application", applicationId)
                .getResultList();
        return rows.isEmpty() ? 0 : ((Number) rows.get(0)).longValue();
    }

    private long nextNumber(UUID applicationId) {
        return ((Number) em.createNativeQuery(
                                """
                                insert into event_cursor (application_id, last_seq) values (:application, 1)
                                on conflict (application_id) do update set last_seq = event_cursor.last_seq + 1
                                returning last_seq
                                """,
                                Long.class)
                        .setParameter("application", applicationId)
                        .getSingleResult())
                .longValue();
    }
}
