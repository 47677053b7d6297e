package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.ResendRequest;
import vn.lgsp.model.packet.Undeliverable.Decision;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;

/** What is sent again after it was erased (Điều 5.3): destinations ask, sources send a new packet that names the old one. */
@ApplicationScoped
public class Resends {
    /** A destination whose source withdrew the packet does not get it by asking. */
    private static final Set<DeliveryState> ENDED =
            EnumSet.of(DeliveryState.CONFIRMED, DeliveryState.REFUSED, DeliveryState.EXPIRED, DeliveryState.FAILED);

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private Batches batches;

    @Inject
    private UndeliverableEntries undeliverables;

    @EJB
    private Notification notification;

    /**
     * Asks the source of a delivery to send again, once: asked again, the first request is answered. The caller holds the lock of the packet.
     *
     * @param reason 1–1000 characters
     * @throws LgspException DELIVERY_STATE_CONFLICT while the delivery is under way, and after its source withdrew it
     */
    public ResendRequest ask(Delivery delivery, Packet packet, Actor actor, String reason) {
        ResendRequest earlier = em.find(ResendRequest.class, delivery.id());
        if (earlier != null) {
            return earlier;
        }
        if (!ENDED.contains(delivery.state())) {
            throw new LgspException(
                    ErrorCode.DELIVERY_STATE_CONFLICT, delivery.state().code());
        }
        ResendRequest request = new ResendRequest(packet, delivery.id(), actor, reason, Journal.now());
        em.persist(request);
        notification.tell(packet.sourceApplicationId(), EventType.RESEND_REQUESTED, packet, delivery.id());
        return request;
    }

    /** Whether the source of a delivery may be asked to send again, and was not yet. */
    public boolean askable(Delivery delivery) {
        return ENDED.contains(delivery.state()) && em.find(ResendRequest.class, delivery.id()) == null;
    }

    /** The requests about a packet, as its deliveries were made. */
    public List<ResendRequest> about(UUID packetId) {
        if (batches.isNew(packetId)) {
            return List.of();
        }
        return em.createQuery(
                        "select r from ResendRequest r where r.packetId = :packet order by r.deliveryId",
                        ResendRequest.class)
                .setParameter("packet", packetId)
                .getResultList();
    }

    /** The packets that send this one again, oldest first. */
    public List<UUID> after(UUID packetId) {
        if (batches.isNew(packetId)) {
            return List.of();
        }
        return em.createQuery("select p.id from Packet p where p.resendOf = :packet order by p.id", UUID.class)
                .setParameter("packet", packetId)
                .getResultList();
    }

    /**
     * Refuses to send again what is not a packet of this source, and locks what is: before quotas are taken, as whoever redirects does.
     *
     * @param packetId null for nothing
     */
    void requireOwn(Caller caller, UUID packetId) {
        if (packetId != null
                && packets.lock(packetId)
                        .filter(earlier -> earlier.sourceApplicationId().equals(caller.applicationId()))
                        .isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("resendOf", "no-such")));
        }
    }

    /** A packet that sends another again, which is locked, goes to these: whoever of them had asked is answered, what was to be decided about them is decided. */
    void answer(Packet packet, List<Delivery> deliveries, Actor actor) {
        if (packet.resendOf() == null) {
            return;
        }
        for (Delivery before : packets.deliveries(packet.resendOf())) {
            deliveries.stream()
                    .filter(delivery -> delivery.destinationAgencyId().equals(before.destinationAgencyId()))
                    .findFirst()
                    .ifPresent(delivery -> answer(before, delivery, actor));
        }
    }

    private void answer(Delivery before, Delivery delivery, Actor actor) {
        answered(before.id(), delivery.packetId());
        if (before.state().isFinal()) {
            em.refresh(before, LockModeType.PESSIMISTIC_WRITE);
            undeliverables
                    .lock(before.id())
                    .filter(entry -> !entry.closed())
                    .ifPresent(entry -> entry.close(Decision.RESEND, delivery.id(), actor.label(), Journal.now()));
        }
    }

    /** Notes that what the destination of a delivery asked for is on its way; nothing when it did not ask. */
    void answered(UUID deliveryId, UUID packetId) {
        ResendRequest request = em.find(ResendRequest.class, deliveryId);
        if (request != null) {
            request.answer(packetId, Journal.now());
        }
    }
}
