package vn.lgsp.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.lgsp.model.Ids;
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
    /** Looked up once: to find it, all archives of the application are searched. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String WRITE =
            """
            with numbered as (
                insert into event_cursor (application_id, last_seq) values (?, ?)
                on conflict (application_id) do update set last_seq = event_cursor.last_seq + ?
                returning last_seq)
            insert into event (application_id, seq, id, type, packet_id, delivery_id, data, at)
            select ?, c.last_seq - ? + n.place, n.id, n.type, n.packet, n.delivery, n.data::jsonb, n.at
            from numbered c, unnest(?, ?, ?, ?, ?, ?) with ordinality as n (id, type, packet, delivery, data, at, place)
            """;

    private static final String[] TYPES = {"uuid", "varchar", "uuid", "uuid", "text", "timestamptz"};

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @Inject
    private jakarta.enterprise.event.Event<EventWritten> written;

    /** Told when an event has been written; observers that care for what is durable watch {@code AFTER_SUCCESS}. */
    public record EventWritten(UUID applicationId) {}

    /** What an application is to be told; {@code deliveryId} may be null. */
    public record Telling(UUID applicationId, EventType type, UUID deliveryId) {}

    /**
     * What is to be told of a packet.
     *
     * @param more adds what events of this type have besides
     */
    public record Report(Packet packet, Telling telling, Consumer<JsonObjectBuilder> more) {
        public Report(Packet packet, Telling telling) {
            this(packet, telling, none -> {});
        }
    }

    /**
     * Writes an event for an application; call it last in the transaction, which must exist.
     *
     * @param deliveryId may be null
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void tell(UUID applicationId, EventType type, Packet packet, UUID deliveryId) {
        tell(packet, List.of(new Telling(applicationId, type, deliveryId)));
    }

    /** As above, with more to say. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void tell(
            UUID applicationId, EventType type, Packet packet, UUID deliveryId, Consumer<JsonObjectBuilder> more) {
        tell(List.of(new Report(packet, new Telling(applicationId, type, deliveryId), more)));
    }

    /** Writes several events of a packet; call it last in the transaction, which must exist. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void tell(Packet packet, Collection<Telling> tellings) {
        tell(tellings.stream().map(telling -> new Report(packet, telling)).toList());
    }

    /**
     * Writes events; call it last in the transaction, which must exist. The rows of the subscribers are locked in one order whatever the order
     * given, and once for each, so that transactions with the same applications at their ends never wait for each other in a circle. The events of
     * one subscriber are numbered in the order given.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void tell(List<Report> reports) {
        em.flush();
        Map<UUID, List<Report>> bySubscriber = reports.stream()
                .collect(Collectors.groupingBy(
                        report -> report.telling().applicationId(), TreeMap::new, Collectors.toList()));
        bySubscriber.forEach(this::write);
    }

    /** Takes the numbers and writes the events with them in one statement: nobody waits for the subscriber's row longer than has to be. */
    private void write(UUID applicationId, List<Report> reports) {
        int count = reports.size();
        Object[][] columns = new Object[6][count];
        for (int i = 0; i < count; i++) {
            Report report = reports.get(i);
            columns[0][i] = Ids.next();
            columns[1][i] = report.telling().type().cloudEventsType();
            columns[2][i] = report.packet().id();
            columns[3][i] = report.telling().deliveryId();
            columns[4][i] = data(report);
            columns[5][i] = Instant.now().toString();
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(WRITE)) {
            insert.setObject(1, applicationId);
            insert.setInt(2, count);
            insert.setInt(3, count);
            insert.setObject(4, applicationId);
            insert.setInt(5, count);
            for (int i = 0; i < columns.length; i++) {
                insert.setArray(6 + i, connection.createArrayOf(TYPES[i], columns[i]));
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
        written.fire(new EventWritten(applicationId));
    }

    private static String data(Report report) {
        Packet packet = report.packet();
        UUID deliveryId = report.telling().deliveryId();
        JsonObjectBuilder data =
                JSON.createObjectBuilder().add("packetId", packet.id().toString());
        if (deliveryId == null) {
            data.addNull("deliveryId");
        } else {
            data.add("deliveryId", deliveryId.toString());
        }
        data.add("importance", packet.importance().code())
                .add("dataType", packet.dataType())
                .add("size", packet.totalBytes());
        report.more().accept(data);
        return data.build().toString();
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
}
