package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Content;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.packet.Space;

/** Ends a packet: when its last destination is done, and always together with the destruction of its content key (Điều 5.3). */
@ApplicationScoped
public class Settlement {
    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private SmallContent small;

    @Inject
    private UndeliverableEntries undeliverables;

    @Inject
    private Event<Shredded> shredded;

    /** Told when a packet's content key has been destroyed and there are bytes left in the content store; observed after the commit. */
    public record Shredded(UUID packetId) {}

    /**
     * Closes a packet whose deliveries are all final, unless its content is kept for a decision of the source; while one is under way, only the
     * spaces of those that are done: neither who confirmed nor who refused or came too late takes the content (again). The caller holds the lock
     * of the packet.
     */
    public void settle(Packet packet) {
        List<Delivery> deliveries = packets.deliveries(packet.id());
        for (Space space : packets.openDeliverySpaces(packet.id())) {
            if (deliveries.stream()
                    .anyMatch(delivery -> delivery.id().equals(space.deliveryId())
                            && delivery.state().isFinal())) {
                space.close(Journal.now());
            }
        }
        if (packet.state() != PacketState.PLANNED
                || !deliveries.stream().allMatch(delivery -> delivery.state().isFinal())) {
            return;
        }
        boolean all = deliveries.stream().allMatch(Settlement::confirmed);
        if (!all && undeliverables.keep(packet.id())) {
            return;
        }
        boolean delivered = deliveries.stream().anyMatch(Settlement::confirmed);
        end(packet, delivered ? PacketState.DELIVERED : PacketState.UNDELIVERED, Actor.PLATFORM, null);
    }

    private static boolean confirmed(Delivery delivery) {
        return delivery.state() == DeliveryState.CONFIRMED;
    }

    /** Takes a packet to a final state: its spaces are closed and its content key is destroyed. */
    public void end(Packet packet, PacketState state, Actor actor, String detail) {
        journal.step(packet, state, actor, detail);
        packets.sourceSpace(packet.id()).ifPresent(space -> space.close(Journal.now()));
        packets.openDeliverySpaces(packet.id()).forEach(space -> space.close(Journal.now()));
        Content content = packets.content(packet.id());
        journal.step(content, ContentState.SHREDDED, Actor.PLATFORM);
        erase(content);
    }

    /** Small files go with the key; those in the content store after the commit, for no commit can bring them back. */
    private void erase(Content content) {
        List<PacketFile> files = packets.allFiles(content.packetId());
        if (files.stream().anyMatch(PacketFile::small)) {
            small.removeAll(content.packetId());
        }
        if (files.stream().allMatch(PacketFile::small)
                && packets.uploads(content.packetId()).isEmpty()) {
            journal.step(content, ContentState.ERASED, Actor.PLATFORM);
        } else {
            shredded.fire(new Shredded(content.packetId()));
        }
    }
}
