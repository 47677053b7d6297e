package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.notification.boundary.Told;

/** Records that destinations have been told of what waits for them (Điều 8.4, 9.1). */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Announcements {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @EJB
    private Announcements self;

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void told(@Observes Told event) {
        event.deliveryIds().forEach(self::notified);
    }

    /** Takes a delivery to NOTIFIED unless it has gone further already. */
    public void notified(UUID deliveryId) {
        Delivery delivery = em.find(Delivery.class, deliveryId);
        packets.lock(delivery.packetId());
        em.refresh(delivery);
        if (delivery.state() == DeliveryState.PLANNED) {
            journal.step(delivery, DeliveryState.NOTIFIED, Actor.PLATFORM);
        }
    }
}
