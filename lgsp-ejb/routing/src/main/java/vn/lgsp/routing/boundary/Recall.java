package vn.lgsp.routing.boundary;

import java.util.List;
import java.util.UUID;
import vn.lgsp.model.packet.DeliveryState;

/** What a recall came to, destination by destination. */
public record Recall(PacketView packet, List<Result> deliveries) {

    /**
     * One destination.
     *
     * @param recalled false where the destination had confirmed, or the delivery had ended in another way before
     */
    public record Result(UUID id, DeliveryState state, PacketView.Party destination, boolean recalled) {}

    static Recall of(PacketView packet) {
        return new Recall(
                packet,
                packet.deliveries().stream()
                        .map(delivery -> new Result(
                                delivery.id(),
                                delivery.state(),
                                delivery.destination(),
                                delivery.state() == DeliveryState.CANCELLED))
                        .toList());
    }
}
