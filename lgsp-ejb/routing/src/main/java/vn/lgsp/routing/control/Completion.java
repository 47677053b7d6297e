package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketState;

/** Điều 8.4, the one way for every packet whose content is there, whether it came in several requests or in one with many others. */
@ApplicationScoped
public class Completion {
    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private Planner planner;

    /**
     * Takes the packet as received whole, plans its deliveries and tells the destinations.
     *
     * @param packet locked, with its files, whose digests the source has named
     */
    public void complete(Packet packet, Actor actor) {
        journal.step(packet, PacketState.RECEIVED, actor);
        journal.step(packets.content(packet.id()), ContentState.STORED, actor);
        packets.sourceSpace(packet.id()).ifPresent(space -> space.close(Journal.now()));
        planner.plan(packet);
    }
}
