package vn.lgsp.routing.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.Caller;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.routing.control.Packets;
import vn.lgsp.routing.control.Steps;

/** The journey of a packet, told from its history (Điều 8.5). A destination is told nothing of what comes to others. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Journeys {
    @Inject
    private Packets packets;

    @Inject
    private Steps steps;

    /** The steps of a packet that this application sends or receives, oldest first; NOT_FOUND for any other. */
    public List<PacketJourney.Step> steps(Caller caller, UUID packetId) {
        Set<UUID> seen = packets.seenBy(caller, packets.visible(caller, packetId)).stream()
                .map(Delivery::id)
                .collect(Collectors.toSet());
        return steps.of(packetId, seen);
    }
}
