package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.routing.boundary.FileDigest;

/** What a destination does with a delivery (Điều 9), for one or for many in a batch. */
@ApplicationScoped
public class Handover {
    /** The states of a delivery that waits for its destination or is being taken. */
    public static final Set<DeliveryState> OPEN =
            EnumSet.of(DeliveryState.PLANNED, DeliveryState.NOTIFIED, DeliveryState.ACCEPTED, DeliveryState.FETCHING);

    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private Settlement settlement;

    @Inject
    private Tellings tellings;

    @Inject
    private Forms forms;

    /**
     * Locks the packet of a delivery to this application.
     *
     * @throws LgspException NOT_FOUND, also before it was announced
     */
    public Delivery lock(Caller caller, UUID deliveryId) {
        Delivery delivery = packets.lockAddressedTo(caller, deliveryId);
        if (!Packets.announced(delivery)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return delivery;
    }

    /**
     * Điều 9.2: the destination is ready; the source is told the first time.
     *
     * @throws LgspException DELIVERY_STATE_CONFLICT
     */
    public void accept(Caller caller, Delivery delivery) {
        requireOpen(delivery);
        if (delivery.state().mayBecome(DeliveryState.ACCEPTED)) {
            Packet packet = packets.read(delivery.packetId());
            journal.step(delivery, DeliveryState.ACCEPTED, Actor.of(caller));
            tellings.tell(packet.sourceApplicationId(), EventType.ACCEPTED, packet, delivery.id());
        }
    }

    /** Điều 9.3: the destination takes content of a delivery that it has accepted. */
    public void fetch(Caller caller, Delivery delivery) {
        if (delivery.state() == DeliveryState.ACCEPTED) {
            journal.step(delivery, DeliveryState.FETCHING, Actor.of(caller));
        }
    }

    /**
     * Điều 9.3: the content arrived. With the last destination the content key is destroyed. What was confirmed before stays as it is.
     *
     * @throws LgspException CONTENT_NOT_FETCHED, CONTENT_MISSING, RECEIVED_DIGEST_MISMATCH, DELIVERY_STATE_CONFLICT; nothing was changed then
     */
    public void confirm(Caller caller, Delivery delivery, List<FileDigest> files) {
        Packet packet = packets.read(delivery.packetId());
        if (delivery.state() == DeliveryState.CONFIRMED || delivery.state() == DeliveryState.FETCHING) {
            FileDigest.requireSame(files, forms.files(delivery), ErrorCode.RECEIVED_DIGEST_MISMATCH);
        } else {
            requireOpen(delivery);
            throw new LgspException(ErrorCode.CONTENT_NOT_FETCHED);
        }
        if (delivery.state() == DeliveryState.FETCHING) {
            journal.step(delivery, DeliveryState.CONFIRMED, Actor.of(caller));
            settlement.settle(packet);
            tellings.tell(packet.sourceApplicationId(), EventType.CONFIRMED, packet, delivery.id());
        }
    }

    private static void requireOpen(Delivery delivery) {
        if (!OPEN.contains(delivery.state())) {
            throw new LgspException(
                    ErrorCode.DELIVERY_STATE_CONFLICT, delivery.state().code());
        }
    }
}
