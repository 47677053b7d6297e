package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * All steps of a packet so far, oldest first.
 *
 * @param packetId of the packet
 * @param state where it stands
 * @param steps its steps
 */
public record Journey(UUID packetId, PacketState state, List<JourneyStep> steps) {

    /** Checks what the contract requires. */
    public Journey {
        requireNonNull(packetId, "packetId");
        requireNonNull(state, "state");
        steps = List.copyOf(steps);
    }
}
