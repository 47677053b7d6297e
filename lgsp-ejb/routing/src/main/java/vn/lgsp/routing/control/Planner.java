package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;

/** Makes the plan of delivery by the source's policy (Điều 8.4, 5.4). */
@ApplicationScoped
public class Planner {
    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private Tellings tellings;

    @Inject
    @ConfigProperty(name = "lgsp.delivery.hold", defaultValue = "P30D")
    private Supplier<Duration> hold;

    /** Refuses a policy that could never be kept. */
    public static void requireSensible(Instant notBefore, Instant deadline, Instant now) {
        if (deadline != null && !deadline.isAfter(now)) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("deadline", "future")));
        }
        if (deadline != null && notBefore != null && !deadline.isAfter(notBefore)) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("deadline", "order")));
        }
    }

    /** Plans every delivery of a packet that was received whole and tells those that may be told at once. */
    public void plan(Packet packet) {
        journal.step(packet, PacketState.PLANNED, Actor.PLATFORM);
        Instant now = Journal.now();
        boolean later = packet.notBefore() != null && packet.notBefore().isAfter(now);
        Instant start = later ? packet.notBefore() : now;
        Instant deadline = packet.deadline() != null ? packet.deadline() : start.plus(hold.get());
        List<Notification.Telling> ready = new ArrayList<>();
        for (Delivery delivery : packets.deliveries(packet.id())) {
            delivery.plan(later ? packet.notBefore() : null, deadline);
            journal.step(delivery, DeliveryState.PLANNED, Actor.PLATFORM);
            if (!later) {
                ready.add(
                        new Notification.Telling(delivery.destinationApplicationId(), EventType.READY, delivery.id()));
            }
        }
        tellings.tell(packet, ready);
    }

    /** Tells the destination that a packet waits. */
    public void announce(Delivery delivery, Packet packet) {
        delivery.plan(null, delivery.deadline());
        tellings.tell(delivery.destinationApplicationId(), EventType.READY, packet, delivery.id());
    }
}
