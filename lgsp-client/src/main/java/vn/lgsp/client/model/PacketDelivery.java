package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The delivery of a packet to one destination, as its source sees it.
 *
 * @param id of the delivery
 * @param state where it stands
 * @param agency identifier code of the destination
 * @param name name of the destination
 * @param application its application; may be null
 * @param reason why it was refused or failed; may be null
 * @param transformation the form that the destination takes; null for what was sent
 */
public record PacketDelivery(
        UUID id,
        DeliveryState state,
        String agency,
        String name,
        String application,
        String reason,
        Transformation transformation) {

    /** Checks what the contract requires. */
    public PacketDelivery {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
        requireNonNull(agency, "agency");
    }
}
