package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
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

    /** The steps of any packet, oldest first; the caller has checked the right. */
    public List<PacketJourney.Step> of(UUID packetId) {
        return em.createQuery(
                        "select h from HistoryEntry h where h.packetId = :packet order by h.at, h.subject desc, h.seq",
                        HistoryEntry.class)
                .setParameter("packet", packetId)
                .getResultStream()
                .map(Steps::step)
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
