package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketFile;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.model.packet.Space;
import vn.lgsp.notification.boundary.EventType;
import vn.lgsp.notification.boundary.Notification;
import vn.lgsp.routing.boundary.PacketView;

/** The transactions before and after bytes go out. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DownloadSteps {
    @Inject
    private Packets packets;

    @Inject
    private Journal journal;

    @Inject
    private Settlement settlement;

    @Inject
    private Handover handover;

    @EJB
    private Notification notification;

    @Inject
    private Forms forms;

    /** What is needed to read a file. */
    public record Source(
            UUID packetId, UUID deliveryId, PacketFile stored, byte[] wrappedKey, PacketView.FileView file) {
        UUID blobId() {
            return stored.blobId();
        }
    }

    /** Checks that the file may be taken, and takes the delivery to FETCHING with the first one. */
    public Source begin(Caller caller, UUID spaceId, String name, boolean fetching) {
        Space space = packets.space(caller, spaceId);
        if (space.deliveryId() == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        Delivery delivery = fetching
                ? packets.lockAddressedTo(caller, space.deliveryId())
                : packets.addressedTo(caller, space.deliveryId());
        byte[] wrappedKey = packets.content(space.packetId()).wrappedKey();
        if (wrappedKey == null || space.closed()) {
            throw new LgspException(ErrorCode.CONTENT_GONE);
        }
        if (space.expired(Journal.now())) {
            throw new LgspException(ErrorCode.SPACE_EXPIRED);
        }
        PacketFile file = forms.file(delivery, name).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        if (fetching) {
            handover.fetch(caller, delivery);
        }
        return new Source(
                space.packetId(),
                delivery.id(),
                file,
                wrappedKey,
                new PacketView.FileView(file.name(), file.mediaType(), file.size(), file.digest()));
    }

    /** Stored bytes were changed (Điều 5.2): the packet is quarantined, its key destroyed, both sides are told. */
    public void quarantine(UUID packetId, UUID deliveryId) {
        Packet packet = packets.lock(packetId).orElseThrow();
        if (packet.state() != PacketState.PLANNED) {
            return;
        }
        String reason = ErrorCode.CONTENT_CORRUPTED.code();
        List<Notification.Telling> tellings = new ArrayList<>();
        for (Delivery delivery : packets.deliveries(packetId)) {
            if (!delivery.state().isFinal()) {
                // Who has not begun to take it received nothing that was wrong: there is nothing any more for it to
                // take.
                boolean taking = delivery.state() == DeliveryState.FETCHING;
                delivery.reason(reason);
                journal.step(delivery, taking ? DeliveryState.FAILED : DeliveryState.CANCELLED, Actor.PLATFORM, reason);
                tellings.add(new Notification.Telling(
                        delivery.destinationApplicationId(), EventType.QUARANTINED, delivery.id()));
            }
        }
        settlement.end(packet, PacketState.QUARANTINED, Actor.PLATFORM, reason);
        tellings.add(new Notification.Telling(packet.sourceApplicationId(), EventType.QUARANTINED, deliveryId));
        notification.tell(packet, tellings);
    }
}
