package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;

/**
 * The source takes a packet back: as a whole before any destination has begun to take it (hủy), or from all that have not confirmed (thu
 * hồi). The caller holds the lock of the packet.
 */
@ApplicationScoped
public class Withdrawal {
    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private Settlement settlement;

    @Inject
    private UndeliverableEntries undeliverables;

    @EJB
    private Notification notification;

    /** Withdraws the packet, once; PACKET_STATE_CONFLICT when a destination takes it or has it. */
    public void cancel(Packet packet, Actor actor, String reason) {
        if (packet.state() == PacketState.CANCELLED) {
            return;
        }
        List<Delivery> deliveries = packets.deliveries(packet.id());
        if (!cancellable(packet)) {
            throw conflict(packet);
        }
        end(packet, deliveries, actor, reason);
    }

    /**
     * Withdraws the packet from whoever has not confirmed it; a second time changes nothing.
     *
     * @throws LgspException PACKET_STATE_CONFLICT when there is nobody (any more) from whom it could be withdrawn
     */
    public void recall(Packet packet, Actor actor, String reason) {
        List<Delivery> deliveries = packets.deliveries(packet.id());
        if (deliveries.stream().noneMatch(delivery -> !delivery.state().isFinal())) {
            if (deliveries.stream().noneMatch(delivery -> delivery.state() == DeliveryState.CANCELLED)) {
                throw conflict(packet);
            }
            return;
        }
        end(packet, deliveries, actor, reason);
    }

    /** Whether the packet may be withdrawn as a whole. */
    public boolean cancellable(Packet packet) {
        return packet.state().mayBecome(PacketState.CANCELLED)
                && packets.deliveries(packet.id()).stream().allMatch(Withdrawal::untouched);
    }

    /** Whether there is a destination from which the packet may be withdrawn. */
    public boolean recallable(Packet packet) {
        return packets.deliveries(packet.id()).stream()
                .anyMatch(delivery -> !delivery.state().isFinal());
    }

    /** The destination has neither begun to take the content nor confirmed it; one that will not have it stands in nobody's way. */
    private static boolean untouched(Delivery delivery) {
        return switch (delivery.state()) {
            case WAITING, PLANNED, NOTIFIED, ACCEPTED, REFUSED, EXPIRED, CANCELLED -> true;
            case FETCHING, CONFIRMED -> false;
            // What could not be converted never came before it.
            case FAILED -> FormFailures.isConversion(delivery);
        };
    }

    private void end(Packet packet, List<Delivery> deliveries, Actor actor, String reason) {
        List<Notification.Telling> tellings = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            undeliverables.withdrawn(delivery, actor);
            if (!delivery.state().isFinal()) {
                tellings.addAll(end(delivery, actor, reason));
            }
        }
        settle(packet, actor, reason);
        notification.tell(packet, tellings);
    }

    /** Ends a delivery that is open, and says who is to be told of it: a destination that has not heard of it is not. */
    List<Notification.Telling> end(Delivery delivery, Actor actor, String reason) {
        boolean known = delivery.state() != DeliveryState.WAITING;
        journal.step(delivery, DeliveryState.CANCELLED, actor, reason);
        return known
                ? List.of(new Notification.Telling(
                        delivery.destinationApplicationId(), EventType.CANCELLED, delivery.id()))
                : List.of();
    }

    /** Ends the packet when nothing of it is under way: withdrawn when no destination has it and the source withdrew a delivery. */
    void settle(Packet packet, Actor actor, String reason) {
        List<Delivery> deliveries = packets.deliveries(packet.id());
        boolean over = deliveries.stream().allMatch(delivery -> delivery.state().isFinal());
        boolean withdrawn = deliveries.stream().anyMatch(delivery -> delivery.state() == DeliveryState.CANCELLED)
                && deliveries.stream().noneMatch(delivery -> delivery.state() == DeliveryState.CONFIRMED);
        if (over && withdrawn && packet.state().mayBecome(PacketState.CANCELLED) && !undeliverables.keep(packet.id())) {
            settlement.end(packet, PacketState.CANCELLED, actor, reason);
        } else {
            settlement.settle(packet);
        }
    }

    private static LgspException conflict(Packet packet) {
        return new LgspException(ErrorCode.PACKET_STATE_CONFLICT, packet.state().code());
    }
}
