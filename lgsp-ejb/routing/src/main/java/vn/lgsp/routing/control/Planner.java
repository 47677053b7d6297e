package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.policy.PacketPolicy;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;

/** Makes the plan of delivery by the policy of the packet (Điều 8.4, 5.4). */
@ApplicationScoped
public class Planner {
    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private Tellings tellings;

    @Inject
    private PacketPolicies policies;

    @Inject
    private Attempts attempts;

    @Inject
    private PlatformPolicy own;

    @Inject
    private Forms forms;

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
        PacketPolicy policy = policies.effective(packet);
        List<Notification.Telling> ready = new ArrayList<>();
        for (Delivery delivery : forms.assign(packet, packets.deliveries(packet.id()))) {
            ready.addAll(planned(delivery, attempts.plan(delivery, packet, policy, now)));
        }
        tellings.tell(packet, ready);
    }

    /** Plans a delivery that has waited for its form, which is made now, and says who is to be told of it. */
    List<Notification.Telling> formed(Delivery delivery, Packet packet) {
        return planned(delivery, attempts.replan(delivery, packet, policies.effective(packet), Journal.now()));
    }

    private List<Notification.Telling> planned(Delivery delivery, boolean atOnce) {
        journal.step(delivery, DeliveryState.PLANNED, Actor.PLATFORM);
        return atOnce
                ? List.of(new Notification.Telling(delivery.destinationApplicationId(), EventType.READY, delivery.id()))
                : List.of();
    }

    /**
     * Plans a delivery that came in the place of another, and says who is to be told of it now; nobody when its time has not come or its form has
     * to be made first.
     *
     * @param delivery stored, of a packet under way
     */
    List<Notification.Telling> plan(Delivery delivery, Packet packet) {
        return forms.assign(packet, List.of(delivery)).isEmpty() ? List.of() : formed(delivery, packet);
    }

    /** The latest end of a wait that begins now. */
    Instant longest() {
        return Journal.now().plusSeconds(own.terms().hold());
    }
}
