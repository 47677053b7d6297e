package vn.lgsp.model.packet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A destination asked its source to send again (yêu cầu nguồn gửi lại, Điều 5.3): once for each delivery. */
@Entity
@Table(name = "resend_request")
public class ResendRequest {
    @Id
    @Column(name = "delivery_id")
    private UUID deliveryId;

    @Column(name = "packet_id", updatable = false)
    private UUID packetId;

    @Column(name = "source_application_id", updatable = false)
    private UUID sourceApplicationId;

    @Column(name = "requested_at", updatable = false)
    private Instant requestedAt;

    @Column(name = "requested_by", updatable = false)
    private String requestedBy;

    @Column(updatable = false)
    private String reason;

    @Column(name = "answered_packet_id")
    private UUID answeredPacketId;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected ResendRequest() {}

    public ResendRequest(Packet packet, UUID deliveryId, Actor actor, String reason, Instant now) {
        this.deliveryId = deliveryId;
        this.packetId = packet.id();
        this.sourceApplicationId = packet.sourceApplicationId();
        this.requestedAt = now;
        this.requestedBy = actor.label();
        this.reason = reason;
    }

    public UUID deliveryId() {
        return deliveryId;
    }

    public UUID packetId() {
        return packetId;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** Who asked, as the history names people and applications. */
    public String requestedBy() {
        return requestedBy;
    }

    public String reason() {
        return reason;
    }

    /** The packet that was sent again; null before. */
    public UUID answeredPacketId() {
        return answeredPacketId;
    }

    /** When it was sent again; null before. */
    public Instant answeredAt() {
        return answeredAt;
    }

    /** It was sent again; a second time changes nothing. */
    public void answer(UUID newPacketId, Instant now) {
        if (answeredPacketId == null) {
            answeredPacketId = newPacketId;
            answeredAt = now;
        }
    }
}
