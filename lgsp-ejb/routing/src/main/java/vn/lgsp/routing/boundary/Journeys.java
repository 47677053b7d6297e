package vn.lgsp.routing.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.routing.control.Packets;

/** The journey of a packet, told from its history (Điều 8.5): the same for its source, its destinations and the portal. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Journeys {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    /** The steps of a packet that this application sends or receives, oldest first; NOT_FOUND for any other. */
    public List<PacketJourney.Step> steps(Caller caller, UUID packetId) {
        packets.visible(caller, packetId);
        return steps(packetId);
    }

    /** The steps of any packet, oldest first; the caller has checked the right. */
    List<PacketJourney.Step> steps(UUID packetId) {
        return em.createQuery(
                        "select h from HistoryEntry h where h.packetId = :packet order by h.at, h.subject desc, h.seq",
                        HistoryEntry.class)
                .setParameter("packet", packetId)
                .getResultStream()
                .map(Journeys::step)
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
