package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A packet that was sent whole.
 *
 * @param id of the packet
 * @param state where the packet stands
 * @param createdAt when the platform took it
 */
public record SentPacket(UUID id, PacketState state, Instant createdAt) {

    /** Checks what the contract requires. */
    public SentPacket {
        requireNonNull(id, "id");
    }
}
