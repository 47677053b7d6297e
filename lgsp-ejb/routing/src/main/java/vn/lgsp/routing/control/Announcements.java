package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.notification.boundary.Told;

/** Records that destinations have been told of what waits for them (Điều 8.4, 9.1). */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Announcements {
    @Inject
    private Batches batches;

    @Inject
    private BatchWriter writer;

    @Inject
    private Journal journal;

    @EJB
    private Announcements self;

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void told(@Observes Told event) {
        self.notified(event.deliveryIds());
    }

    /** Takes deliveries to NOTIFIED, those that have gone further already excepted. */
    public void notified(List<UUID> deliveryIds) {
        Batch batch = batches.open(batches.packetsOf(deliveryIds), true);
        for (UUID id : deliveryIds) {
            batch.delivery(id)
                    .filter(delivery -> delivery.state() == DeliveryState.PLANNED)
                    .ifPresent(delivery -> journal.step(delivery, DeliveryState.NOTIFIED, Actor.PLATFORM));
        }
        writer.write(batch);
    }
}
