package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;

/** Tells applications of their packets (Điều 4.5): at once where a transaction is about one packet, at its end where it is about many. */
@ApplicationScoped
public class Tellings {
    @EJB
    private Notification notification;

    @Inject
    private Batches batches;

    /**
     * Tells one application; call it last in the transaction.
     *
     * @param deliveryId may be null
     */
    public void tell(UUID applicationId, EventType type, Packet packet, UUID deliveryId) {
        tell(packet, List.of(new Notification.Telling(applicationId, type, deliveryId)));
    }

    /** Tells several applications of one packet; call it last in the transaction. */
    public void tell(Packet packet, Collection<Notification.Telling> tellings) {
        List<Notification.Report> reports = tellings.stream()
                .map(telling -> new Notification.Report(packet, telling))
                .toList();
        Batch batch = batches.current();
        if (batch == null) {
            notification.tell(reports);
        } else {
            reports.forEach(batch::tell);
        }
    }
}
