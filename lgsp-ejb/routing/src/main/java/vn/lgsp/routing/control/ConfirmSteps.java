package vn.lgsp.routing.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.routing.boundary.Confirmation;
import vn.lgsp.routing.boundary.Outcome;
import vn.lgsp.routing.boundary.Receipt;

/** The one transaction in which a destination confirms what it has taken (Điều 9.3). */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ConfirmSteps {
    @Inject
    private Batches batches;

    @Inject
    private BatchWriter writer;

    @Inject
    private Packets packets;

    @Inject
    private Handover handover;

    /** What somebody confirms. */
    public record Confirmed(Caller caller, Confirmation confirmation) {}

    /**
     * Confirms deliveries; what is refused changes nothing.
     *
     * @param items of one application
     * @param receipt makes the receipt of a delivery that was confirmed
     * @return what became of each, in their order
     */
    public List<Outcome<Receipt>> confirm(List<Confirmed> items, BiFunction<Delivery, Packet, Receipt> receipt) {
        List<UUID> ids =
                items.stream().map(item -> item.confirmation().deliveryId()).toList();
        Batch batch = batches.open(batches.packetsTo(items.get(0).caller(), ids), true);
        List<Outcome<Receipt>> outcomes = new ArrayList<>(items.size());
        for (Confirmed item : items) {
            try {
                Delivery delivery =
                        handover.lock(item.caller(), item.confirmation().deliveryId());
                handover.confirm(item.caller(), delivery, item.confirmation().files());
                outcomes.add(Outcome.of(receipt.apply(delivery, packets.read(delivery.packetId()))));
            } catch (LgspException refusal) {
                outcomes.add(Outcome.refused(refusal));
            }
        }
        writer.write(batch);
        return outcomes;
    }
}
