package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.policy.PacketPolicy;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;

/**
 * Announcements of deliveries, the first and those after it, as the policy of the packet says (Điều 5.4, 8.4).
 *
 * <p>A destination that was told and did not come is told again. One that has not read the announcement before is not: that one still lies
 * unread in its stream, and whoever comes back after a week finds each packet once. Both count as attempts.
 */
@ApplicationScoped
public class Attempts {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private PacketPolicies policies;

    @EJB
    private Notification notification;

    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    /**
     * Sets the times of a delivery that is planned now.
     *
     * @return whether it is to be announced at once
     */
    boolean plan(Delivery delivery, Packet packet, PacketPolicy policy, Instant now) {
        return plan(delivery, packet, policy, packet.deadline(), now);
    }

    /** As {@link #plan}, for a delivery that comes in the place of another: a deadline that is over counts no more. */
    boolean replan(Delivery delivery, Packet packet, PacketPolicy policy, Instant now) {
        boolean over = packet.deadline() != null && !packet.deadline().isAfter(now);
        return plan(delivery, packet, policy, over ? null : packet.deadline(), now);
    }

    private boolean plan(Delivery delivery, Packet packet, PacketPolicy policy, Instant deadline, Instant now) {
        Schedule schedule = new Schedule(policy.terms(), packet.importance());
        boolean later = packet.notBefore() != null && packet.notBefore().isAfter(now);
        Instant first = schedule.first(later ? packet.notBefore() : now, deadline);
        Instant until = PacketPolicies.until(deadline, policy, first);
        boolean atOnce = !first.isAfter(now);
        delivery.plan(atOnce ? null : first, until);
        delivery.reportAt(schedule.reportAt(first, until));
        if (atOnce) {
            delivery.announced(next(delivery, schedule, 1, now));
        }
        return atOnce;
    }

    /**
     * Announces what is due; nothing when it was taken meanwhile. The caller holds the lock of the packet.
     *
     * @return false when no announcement is left and the platform is to give the delivery up
     */
    boolean make(Delivery delivery, Packet packet) {
        Instant now = Journal.now();
        Instant due = nextOf(delivery);
        if (due == null || due.isAfter(now)) {
            return true;
        }
        boolean first = delivery.notBefore() != null;
        Schedule schedule = new Schedule(policies.terms(packet.id()), packet.importance());
        if (!first && schedule.usedUp(delivery.attempts())) {
            delivery.noMoreAttempts();
            return false;
        }
        int number = delivery.attempts() + 1;
        boolean unread = !first && delivery.state() == DeliveryState.PLANNED;
        delivery.plan(null, delivery.deadline());
        delivery.announced(next(delivery, schedule, number, now));
        if (!first) {
            note(delivery, number, now);
        }
        if (!unread) {
            notification.tell(delivery.destinationApplicationId(), EventType.READY, packet, delivery.id());
        }
        return true;
    }

    /** When a delivery is announced next; null when it is not. */
    public static Instant nextOf(Delivery delivery) {
        boolean open = delivery.state() == DeliveryState.PLANNED || delivery.state() == DeliveryState.NOTIFIED;
        return !open ? null : delivery.notBefore() != null ? delivery.notBefore() : delivery.nextAttemptAt();
    }

    /** The same delivery gets the same dice each time: what was planned can be understood afterwards. */
    private static Instant next(Delivery delivery, Schedule schedule, int attempts, Instant now) {
        int hash = delivery.id().hashCode() * 31 + attempts;
        double dice = (hash & 0xffff) / 32_767.5 - 1;
        return schedule.next(attempts, now, delivery.deadline(), dice);
    }

    private void note(Delivery delivery, int number, Instant now) {
        em.createNativeQuery(
                        """
                        insert into delivery_attempt (packet_id, delivery_id, attempt, at, node)
                        values (:packet, :delivery, :attempt, :at, :node)
                        """)
                .setParameter("packet", delivery.packetId())
                .setParameter("delivery", delivery.id())
                .setParameter("attempt", number)
                .setParameter("at", now)
                .setParameter("node", node)
                .executeUpdate();
    }
}
