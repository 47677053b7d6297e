package vn.lgsp.routing.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Actor;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.routing.control.Packets;
import vn.lgsp.routing.control.Resends;
import vn.lgsp.routing.control.Withdrawal;

/** What people may do about a packet (Điều 5.9, 5.3): those of the source withdraw it, those of a destination ask for it again. */
@Stateless
public class PacketActs {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @Inject
    private Packets packets;

    @Inject
    private Withdrawal withdrawal;

    @Inject
    private Resends resends;

    @Inject
    private Views views;

    /**
     * What the person may do and sees about sending again.
     *
     * @param cancel whether the packet may be withdrawn as a whole, which does not say that a destination has not begun to take it
     * @param recall whether it may be withdrawn from those that have not confirmed
     * @param askable deliveries whose sources may be asked to send again
     * @param resendOf the packet that this one sends again; null for none, and for people of destinations
     * @param resentAs the packets that send this one again; none for people of destinations
     * @param requests what was asked to be sent again
     */
    public record Offers(
            boolean cancel,
            boolean recall,
            List<UUID> askable,
            UUID resendOf,
            List<UUID> resentAs,
            List<ResendView> requests) {}

    /** What there is to do about a packet that the person sees; NOT_FOUND for any other. */
    public Offers offers(Staff staff, UUID packetId) {
        Scope.Agencies agencies = scope.readable(staff);
        Packet packet = packets.find(packetId).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        boolean source = sees(agencies, packet.sourceAgencyId());
        List<Delivery> seen = packets.deliveries(packetId).stream()
                .filter(delivery -> source || sees(agencies, delivery.destinationAgencyId()))
                .toList();
        if (!source && seen.isEmpty()) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        boolean decides = scope.reaches(staff, Right.PACKETS_DECIDE, packet.sourceAgencyId());
        List<UUID> ids = seen.stream().map(Delivery::id).toList();
        return new Offers(
                decides && withdrawal.cancellable(packet),
                decides && withdrawal.recallable(packet),
                seen.stream()
                        .filter(resends::askable)
                        .filter(delivery -> scope.reaches(staff, Right.PACKETS_REMIND, delivery.destinationAgencyId()))
                        .map(Delivery::id)
                        .toList(),
                source ? packet.resendOf() : null,
                source ? resends.after(packetId) : List.of(),
                resends.about(packetId).stream()
                        .filter(request -> ids.contains(request.deliveryId()))
                        .map(views::resend)
                        .toList());
    }

    private static boolean sees(Scope.Agencies agencies, UUID agencyId) {
        return agencies.everything() || agencies.ids().contains(agencyId);
    }

    /** Hủy, before any destination has begun to take it; PACKET_STATE_CONFLICT after that. */
    public void cancel(Staff staff, UUID packetId, String reason) {
        String why = Reasons.required(reason);
        withdrawal.cancel(own(staff, packetId), Actor.of(staff), why);
    }

    /** Thu hồi, from whoever has not confirmed; PACKET_STATE_CONFLICT when there is nobody. */
    public void recall(Staff staff, UUID packetId, String reason) {
        String why = Reasons.required(reason);
        withdrawal.recall(own(staff, packetId), Actor.of(staff), why);
    }

    private Packet own(Staff staff, UUID packetId) {
        scope.require(staff, Right.PACKETS_DECIDE);
        return packets.lock(packetId)
                .filter(packet -> scope.reaches(staff, Right.PACKETS_DECIDE, packet.sourceAgencyId()))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /**
     * Đề nghị nguồn gửi lại; once for each delivery.
     *
     * @throws LgspException FORBIDDEN, NOT_FOUND; DELIVERY_STATE_CONFLICT while the delivery is under way, and after its source withdrew it
     */
    public void requestResend(Staff staff, UUID deliveryId, String reason) {
        String why = Reasons.required(reason);
        scope.require(staff, Right.PACKETS_REMIND);
        Delivery delivery = packets.findDelivery(deliveryId)
                .filter(found -> scope.reaches(staff, Right.PACKETS_REMIND, found.destinationAgencyId()))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        Packet packet = packets.lock(delivery.packetId()).orElseThrow();
        em.refresh(delivery);
        resends.ask(delivery, packet, Actor.of(staff), why);
    }
}
