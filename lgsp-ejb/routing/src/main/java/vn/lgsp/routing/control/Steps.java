package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.routing.boundary.PacketJourney;

/** Reads a packet's history as the steps of its journey. */
@ApplicationScoped
public class Steps {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** The steps of a packet without those of deliveries that are not named; the caller has checked the right to those. */
    public List<PacketJourney.Step> of(UUID packetId, Set<UUID> deliveries) {
        return of(packetId).stream()
                .filter(step ->
                        step.subject() != HistoryEntry.Subject.DELIVERY || deliveries.contains(step.subjectId()))
                .toList();
    }

    /** The steps of any packet, oldest first; the caller has checked the right. */
    public List<PacketJourney.Step> of(UUID packetId) {
        List<PacketJourney.Step> steps = em.createQuery(
                        "select h from HistoryEntry h where h.packetId = :packet order by h.at, h.subject desc, h.seq",
                        HistoryEntry.class)
                .setParameter("packet", packetId)
                .getResultStream()
                .map(Steps::step)
                .collect(Collectors.toCollection(ArrayList::new));
        int states = steps.size();
        steps.addAll(readdressed(packetId));
        steps.addAll(refused(packetId));
        steps.addAll(announced(packetId));
        steps.addAll(converted(packetId));
        if (steps.size() > states) {
            // Stable: what happened at one instant keeps its order.
            steps.sort(Comparator.comparing(PacketJourney.Step::at));
        }
        return List.copyOf(steps);
    }

    /** When another application took over a delivery; its state stayed what it was. */
    private List<PacketJourney.Step> readdressed(UUID packetId) {
        return beside(
                packetId,
                PacketJourney.Step.READDRESSED,
                "7.2",
                """
                select delivery_id, at, node, from_application || ' → ' || to_application
                from delivery_readdressing where packet_id = :packet order by at
                """);
    }

    /** When a destination was told again of what it had not taken. */
    private List<PacketJourney.Step> announced(UUID packetId) {
        return beside(
                packetId,
                PacketJourney.Step.ANNOUNCED,
                "5.4",
                """
                select delivery_id, at, node, cast(attempt as varchar)
                from delivery_attempt where packet_id = :packet order by at
                """);
    }

    /** When the form that a destination takes was made (Điều 8.4). */
    private List<PacketJourney.Step> converted(UUID packetId) {
        return beside(
                packetId,
                PacketJourney.Step.CONVERTED,
                "8.4",
                """
                select d.id, f.ended_at, f.node, f.transformation || ' v' || f.number
                from packet_form f join delivery d on d.packet_id = f.packet_id and d.form = f.form
                where f.packet_id = :packet and f.state = 'MADE' order by f.ended_at
                """);
    }

    /** What happened to deliveries without changing their state: delivery, time, node and detail. */
    @SuppressWarnings("unchecked")
    private List<PacketJourney.Step> beside(UUID packetId, String what, String clause, String sql) {
        List<Tuple> rows = em.createNativeQuery(sql, Tuple.class)
                .setParameter("packet", packetId)
                .getResultList();
        return rows.stream()
                .map(row -> new PacketJourney.Step(
                        HistoryEntry.Subject.DELIVERY,
                        row.get(0, UUID.class),
                        null,
                        what,
                        clause,
                        row.get(1, Instant.class),
                        Actor.PLATFORM.label(),
                        null,
                        row.get(2, String.class),
                        row.get(3, String.class)))
                .toList();
    }

    /** When content was refused at completion; the packet's state stayed what it was. */
    @SuppressWarnings("unchecked")
    private List<PacketJourney.Step> refused(UUID packetId) {
        List<Tuple> rows = em.createNativeQuery(
                        """
                        select at, actor, remote_address, node, places from content_refusal where packet_id = :packet order by at
                        """,
                        Tuple.class)
                .setParameter("packet", packetId)
                .getResultList();
        return rows.stream()
                .map(row -> new PacketJourney.Step(
                        HistoryEntry.Subject.PACKET,
                        packetId,
                        null,
                        PacketJourney.Step.CONTENT_REFUSED,
                        "8.4",
                        row.get(0, Instant.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class)))
                .toList();
    }

    private static PacketJourney.Step step(HistoryEntry entry) {
        String clause =
                switch (entry.subject()) {
                    case PACKET -> PacketState.valueOf(entry.toState()).clause();
                    case DELIVERY -> DeliveryState.valueOf(entry.toState()).clause();
                    case CONTENT -> ContentState.valueOf(entry.toState()).clause();
                };
        return new PacketJourney.Step(
                entry.subject(),
                entry.subjectId(),
                entry.fromState(),
                entry.toState(),
                clause,
                entry.at(),
                entry.actor(),
                entry.remoteAddress(),
                entry.node(),
                entry.detail());
    }
}
