package vn.lgsp.model.packet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** A space (không gian liên thông): where the source puts content (Điều 8.2), or where one destination takes it (Điều 9.2). */
@Entity
@Table(name = "space")
public class Space {
    @Id
    private UUID id;

    @Column(name = "packet_id", updatable = false)
    private UUID packetId;

    @Column(name = "delivery_id", updatable = false)
    private UUID deliveryId;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected Space() {}

    private Space(UUID packetId, UUID deliveryId, UUID applicationId, Instant expiresAt, Instant now) {
        this.id = Ids.next();
        this.packetId = packetId;
        this.deliveryId = deliveryId;
        this.applicationId = applicationId;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** The space into which the source uploads. */
    public static Space forSource(Packet packet, Instant expiresAt, Instant now) {
        return new Space(packet.id(), null, packet.sourceApplicationId(), expiresAt, now);
    }

    /** The space from which a destination downloads. */
    public static Space forDestination(Delivery delivery, Instant expiresAt, Instant now) {
        return new Space(delivery.packetId(), delivery.id(), delivery.destinationApplicationId(), expiresAt, now);
    }

    public UUID id() {
        return id;
    }

    public UUID packetId() {
        return packetId;
    }

    /** The delivery it serves; null for the source's space. */
    public UUID deliveryId() {
        return deliveryId;
    }

    /** The only application that may use it. */
    public UUID applicationId() {
        return applicationId;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public boolean closed() {
        return closedAt != null;
    }

    /** Goes on to another application, together with its delivery. */
    public void handOver(UUID newApplicationId) {
        applicationId = newApplicationId;
    }

    /** Lets a destination go on for longer. */
    public void renew(Instant newExpiry) {
        expiresAt = newExpiry;
    }

    /** Ends the use of the space; a second end changes nothing. */
    public void close(Instant now) {
        if (closedAt == null) {
            closedAt = now;
        }
    }
}
