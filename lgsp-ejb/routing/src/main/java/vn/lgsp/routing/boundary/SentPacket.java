package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.model.packet.PacketState;

/** A packet that was sent whole, now or when the same request came with the same key before. */
public record SentPacket(UUID id, PacketState state, Instant createdAt) {
    public static SentPacket of(Packet packet) {
        return new SentPacket(packet.id(), packet.state(), packet.createdAt());
    }
}
