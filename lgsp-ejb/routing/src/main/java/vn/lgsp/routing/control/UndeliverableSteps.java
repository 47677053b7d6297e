package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.Undeliverable.Reason;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;

/**
 * Finds what was not taken and tells the sources (Điều 5.9), hundreds at a time in a transaction each. Deliveries that somebody is
 * changing are left to the next round, so nobody waits for the sweep and it for nobody.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UndeliverableSteps {
    /** How many entries one transaction makes. */
    static final int BATCH = 500;
    /** How many deliveries an event names; it says how many there are. */
    private static final int NAMED = 100;

    private static final String ENTRY =
            """
            insert into undeliverable as u (delivery_id, packet_id, source_application_id, source_agency_id, destination_agency_id, reason, since)
            select f.id, p.id, p.source_application_id, p.source_agency_id, f.destination_agency_id,
                case when g.state = 'LOCKED' then 'LOCKED' when a.state = 'SUSPENDED' then 'SUSPENDED' else 'LATE' end, :now
            from found f join packet p on p.id = f.packet_id join application a on a.id = f.destination_application_id
                join agency g on g.id = a.agency_id
            on conflict (delivery_id) do update set decision = null, decided_at = null, decided_by = null, wait_until = null,
                    told_at = null, reason = excluded.reason
                where u.decision = 'WAIT' and u.closed_at is null
            """;

    private static final String LATE =
            """
            with due as (
                select d.id from delivery d where d.report_at <= :now and d.state in ('PLANNED', 'NOTIFIED', 'ACCEPTED')
                order by d.report_at limit :batch for update skip locked),
            found as (
                update delivery d set report_at = null from due where d.id = due.id
                returning d.id, d.packet_id, d.destination_agency_id, d.destination_application_id)
            """
                    + ENTRY;

    private static final String BARRED =
            """
            with found as (
                select d.id, d.packet_id, d.destination_agency_id, d.destination_application_id
                from application a join agency g on g.id = a.agency_id join delivery d on d.destination_application_id = a.id
                where (a.state = 'SUSPENDED' or g.state = 'LOCKED') and d.state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING')
                    and not exists (select from undeliverable u where u.delivery_id = d.id)
                limit :batch for update of d skip locked)
            """
                    + ENTRY;

    private static final String TOLD =
            """
            with untold as (
                select delivery_id from undeliverable
                where source_application_id = :source and told_at is null and closed_at is null
                order by delivery_id for update skip locked),
            told as (
                update undeliverable u set told_at = :now from untold where u.delivery_id = untold.delivery_id
                returning u.delivery_id, u.packet_id, u.reason)
            select delivery_id, packet_id, reason from told order by delivery_id
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private Settlement settlement;

    @EJB
    private Notification notification;

    @Inject
    @ConfigProperty(name = "lgsp.undeliverable.notice-gap", defaultValue = "PT1M")
    private Supplier<Duration> gap;

    /** Enters what was not taken by its time; returns how many, {@link #BATCH} at most. */
    public int enterLate() {
        return enter(LATE);
    }

    /** Enters what goes to destinations that were locked or suspended meanwhile; returns how many, {@link #BATCH} at most. */
    public int enterBarred() {
        return enter(BARRED);
    }

    private int enter(String sql) {
        return em.createNativeQuery(sql)
                .setParameter("now", Journal.now())
                .setParameter("batch", BATCH)
                .executeUpdate();
    }

    /** Applications that have something to be told. */
    @SuppressWarnings("unchecked")
    public List<UUID> sources() {
        return em.createNativeQuery(
                        "select distinct source_application_id from undeliverable where told_at is null and closed_at is null",
                        UUID.class)
                .getResultList();
    }

    /** Tells a source of everything that it was not told of, in one event; not again before the gap between notices is over. */
    @SuppressWarnings("unchecked")
    public void tell(UUID sourceApplicationId) {
        Instant now = Journal.now();
        if (!due(sourceApplicationId, now)) {
            return;
        }
        List<Tuple> told = em.createNativeQuery(TOLD, Tuple.class)
                .setParameter("source", sourceApplicationId)
                .setParameter("now", now)
                .getResultList();
        if (!told.isEmpty()) {
            Packet first = packets.read(told.get(0).get(1, UUID.class));
            notification.tell(
                    sourceApplicationId,
                    EventType.UNDELIVERABLE,
                    first,
                    told.get(0).get(0, UUID.class),
                    data -> name(told, data));
        }
    }

    private static void name(List<Tuple> told, JsonObjectBuilder data) {
        JsonArrayBuilder deliveries = Json.createArrayBuilder();
        told.stream()
                .limit(NAMED)
                .forEach(one -> deliveries.add(Json.createObjectBuilder()
                        .add("deliveryId", one.get(0, UUID.class).toString())
                        .add("packetId", one.get(1, UUID.class).toString())
                        .add("reason", Reason.valueOf(one.get(2, String.class)).code())));
        data.add("count", told.size()).add("deliveries", deliveries);
    }

    /** Notes that a source is told now; false when it was told a moment ago. Nodes that tell the same source do so one after the other. */
    private boolean due(UUID sourceApplicationId, Instant now) {
        Query note = em.createNativeQuery(
                        """
                        insert into undeliverable_notice as n (application_id, at) values (:source, :now)
                        on conflict (application_id) do update set at = excluded.at where n.at <= :before
                        """)
                .setParameter("source", sourceApplicationId)
                .setParameter("now", now)
                .setParameter("before", now.minus(gap.get()));
        return note.executeUpdate() > 0;
    }

    /** Packets whose content was kept for a decision that did not come in time. */
    @SuppressWarnings("unchecked")
    public List<UUID> keptTooLong() {
        return em.createNativeQuery(
                        """
                        select distinct packet_id from undeliverable
                        where keep_until <= :now and closed_at is null limit :batch
                        """,
                        UUID.class)
                .setParameter("now", Journal.now())
                .setParameter("batch", BATCH)
                .getResultList();
    }

    /** Lets a packet end whose content was kept long enough. */
    public void keepNoLonger(UUID packetId) {
        Packet packet = packets.lock(packetId).orElseThrow();
        em.createQuery(
                        """
                        update Undeliverable u set u.keepUntil = null
                        where u.packetId = :packet and u.closedAt is null and u.keepUntil <= :now
                        """)
                .setParameter("packet", packetId)
                .setParameter("now", Journal.now())
                .executeUpdate();
        settlement.settle(packet);
    }
}
