package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.DeliveriesMoved;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryMoved;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.packet.Undeliverable;
import vn.lgsp.model.packet.Undeliverable.Decision;
import vn.lgsp.model.packet.Undeliverable.Reason;

/**
 * Keeps the entries of what could not be delivered in step with the deliveries, in the transaction of each step (Điều 5.9). Who changes an
 * entry has locked its delivery before: one order, so that the sweep and the sides never wait for each other in a circle.
 */
@ApplicationScoped
public class UndeliverableEntries {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    @ConfigProperty(name = "lgsp.undeliverable.keep", defaultValue = "PT0S")
    private Supplier<Duration> keep;

    /** Finds and locks the entry of a delivery whose row is locked. */
    Optional<Undeliverable> lock(UUID deliveryId) {
        Undeliverable entry = em.find(Undeliverable.class, deliveryId, LockModeType.PESSIMISTIC_WRITE);
        if (entry != null) {
            em.refresh(entry);
        }
        return Optional.ofNullable(entry);
    }

    /** Follows deliveries to their ends; public because the container calls it. */
    public void moved(@Observes DeliveriesMoved event) {
        Map<Boolean, List<DeliveryMoved>> ends = event.moves().stream()
                .filter(move -> move.to().isFinal())
                .collect(Collectors.partitioningBy(UndeliverableEntries::inVain));
        ends.get(true).forEach(this::ended);
        close(ends.get(false));
    }

    /** Whether a delivery ended otherwise than by its destination's confirmation or its source's will. */
    private static boolean inVain(DeliveryMoved end) {
        return switch (end.to()) {
            case CONFIRMED -> false;
            // Damaged content ends deliveries as cancelled that had not begun to take it.
            case CANCELLED ->
                ErrorCode.CONTENT_CORRUPTED.code().equals(end.delivery().reason());
            default -> true;
        };
    }

    /** Closes the entries of deliveries about which nothing is left to be decided; most have none. */
    private void close(List<DeliveryMoved> ends) {
        if (ends.isEmpty()) {
            return;
        }
        Map<UUID, DeliveryMoved> byDelivery =
                ends.stream().collect(Collectors.toMap(end -> end.delivery().id(), Function.identity()));
        em.createQuery("select u.deliveryId from Undeliverable u where u.deliveryId in :ids", UUID.class)
                .setParameter("ids", byDelivery.keySet())
                .getResultList()
                .forEach(id -> lock(id).ifPresent(
                                entry -> entry.close(byDelivery.get(id).at())));
    }

    private void ended(DeliveryMoved event) {
        if (event.from() == DeliveryState.WAITING && event.to() != DeliveryState.FAILED) {
            // The content never came: the source knows.
            return;
        }
        Delivery delivery = event.delivery();
        Reason reason = reason(event);
        boolean whole = reason == Reason.REFUSED || reason == Reason.CLOSED || FormFailures.isConversion(delivery);
        Instant kept = whole ? keptUntil(delivery, event.at()) : null;
        lock(delivery.id())
                .ifPresentOrElse(
                        entry -> entry.ended(reason, kept, event.at()),
                        () -> em.persist(new Undeliverable(event.packet(), delivery, reason, kept, event.at())));
        // Read by statements that the persistence context does not know of.
        em.flush();
    }

    private static Reason reason(DeliveryMoved event) {
        return switch (event.to()) {
            case EXPIRED -> Reason.EXPIRED;
            case REFUSED ->
                ErrorCode.RECIPIENT_CANNOT_RECEIVE
                                .code()
                                .equals(event.delivery().reason())
                        ? Reason.CLOSED
                        : Reason.REFUSED;
            default -> Reason.FAILED;
        };
    }

    /** Null when content is not kept for decisions; never beyond the deadline of the delivery. */
    private Instant keptUntil(Delivery delivery, Instant now) {
        Instant until = now.plus(keep.get());
        if (delivery.deadline() != null && delivery.deadline().isBefore(until)) {
            until = delivery.deadline();
        }
        return until.isAfter(now) ? until : null;
    }

    /** Says whether the content of a packet without open deliveries is kept because its source may still decide. */
    boolean keep(UUID packetId) {
        return !em.createQuery(
                        "select 1 from Undeliverable u where u.packetId = :packet and u.closedAt is null and u.keepUntil > :now",
                        Integer.class)
                .setParameter("packet", packetId)
                .setParameter("now", Journal.now())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The source withdraws a delivery, or the whole packet after the delivery had ended: nothing is left to be decided. */
    void withdrawn(Delivery delivery, Actor actor) {
        em.lock(delivery, LockModeType.PESSIMISTIC_WRITE);
        lock(delivery.id())
                .filter(entry -> !entry.closed())
                .ifPresent(entry -> entry.close(Decision.CANCEL, null, actor.label(), Journal.now()));
    }

    /** Whether the platform still has what the packet carries. */
    static boolean contentKept(Packet packet) {
        return packet.state() == PacketState.PLANNED;
    }
}
