package vn.lgsp.routing.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.routing.control.Packets;
import vn.lgsp.routing.control.Steps;

/** The journey of a packet, told from its history (Điều 8.5): the same for its source, its destinations and the portal. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Journeys {
    @Inject
    private Packets packets;

    @Inject
    private Steps steps;

    /** The steps of a packet that this application sends or receives, oldest first; NOT_FOUND for any other. */
    public List<PacketJourney.Step> steps(Caller caller, UUID packetId) {
        packets.visible(caller, packetId);
        return steps.of(packetId);
    }
}
