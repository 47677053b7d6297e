package vn.lgsp.model.packet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A delivery that could not be made, of which the source was told and decides (Điều 5.9). Whoever changes one locks its delivery first; the
 * notice to the source is written beside, hence only what was changed is written.
 */
@Entity
@DynamicUpdate
@Table(name = "undeliverable")
public class Undeliverable {

    /** Why it could not be delivered. */
    public enum Reason {
        /** Đích ngoại tuyến lâu: not taken when it was to be reported. */
        LATE,
        /** The destination's agency is locked. */
        LOCKED,
        /** The destination's application is suspended. */
        SUSPENDED,
        /** The destination has ended and nobody took its place. */
        CLOSED,
        /** Bị từ chối. */
        REFUSED,
        /** Quá hạn. */
        EXPIRED,
        /** Sai toàn vẹn, or it could not be converted. */
        FAILED;

        /** The reason as the interface writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the source decided. */
    public enum Decision {
        /** Chờ thêm. */
        WAIT,
        /** Đổi đích. */
        REDIRECT,
        /** Hủy. */
        CANCEL,
        /** Gửi lại. */
        RESEND;

        /** The decision as the interface writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    @Column(name = "delivery_id")
    private UUID deliveryId;

    @Column(name = "packet_id", updatable = false)
    private UUID packetId;

    @Column(name = "source_application_id", updatable = false)
    private UUID sourceApplicationId;

    @Column(name = "source_agency_id", updatable = false)
    private UUID sourceAgencyId;

    @Column(name = "destination_agency_id", updatable = false)
    private UUID destinationAgencyId;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private Instant since;

    @Column(name = "told_at")
    private Instant toldAt;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "wait_until")
    private Instant waitUntil;

    @Column(name = "next_delivery_id")
    private UUID nextDeliveryId;

    @Column(name = "keep_until")
    private Instant keepUntil;

    @Column(name = "reminded_at")
    private Instant remindedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected Undeliverable() {}

    /** An entry of which the source was told at once. */
    public Undeliverable(Packet packet, Delivery delivery, Reason reason, Instant keepUntil, Instant now) {
        this.deliveryId = delivery.id();
        this.packetId = packet.id();
        this.sourceApplicationId = packet.sourceApplicationId();
        this.sourceAgencyId = packet.sourceAgencyId();
        this.destinationAgencyId = delivery.destinationAgencyId();
        this.since = now;
        this.reason = reason;
        this.toldAt = now;
        this.keepUntil = keepUntil;
    }

    public UUID deliveryId() {
        return deliveryId;
    }

    public UUID packetId() {
        return packetId;
    }

    public UUID sourceApplicationId() {
        return sourceApplicationId;
    }

    public UUID sourceAgencyId() {
        return sourceAgencyId;
    }

    public UUID destinationAgencyId() {
        return destinationAgencyId;
    }

    public Reason reason() {
        return reason;
    }

    public Instant since() {
        return since;
    }

    /** When the source was told; null while it has not been. */
    public Instant toldAt() {
        return toldAt;
    }

    /** Null while nothing was decided, and again when the time of waiting is over. */
    public Decision decision() {
        return decision;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Who decided, as the history names people and applications. */
    public String decidedBy() {
        return decidedBy;
    }

    /** Null unless the source decided to wait. */
    public Instant waitUntil() {
        return waitUntil;
    }

    /** The delivery that came in its place; null without one. */
    public UUID nextDeliveryId() {
        return nextDeliveryId;
    }

    /** Until when the content is kept for the decision although no delivery is open; null when it is not. */
    public Instant keepUntil() {
        return keepUntil;
    }

    /** When the destination was last reminded; null before. */
    public Instant remindedAt() {
        return remindedAt;
    }

    /** When nothing more was to be decided; null while something is. */
    public Instant closedAt() {
        return closedAt;
    }

    public boolean closed() {
        return closedAt != null;
    }

    /** The delivery ended without success, of which the source was told by the event of that end; it decides (again). */
    public void ended(Reason why, Instant newKeepUntil, Instant now) {
        reason = why;
        toldAt = now;
        keepUntil = newKeepUntil;
        decision = null;
        decidedAt = null;
        decidedBy = null;
        waitUntil = null;
    }

    /** The source waits. */
    public void await(Instant until, String by, Instant now) {
        decide(Decision.WAIT, by, now);
        waitUntil = until;
    }

    /** The source decided for good; {@code next} is null unless a delivery came in its place. */
    public void close(Decision taken, UUID next, String by, Instant now) {
        decide(taken, by, now);
        waitUntil = null;
        nextDeliveryId = next;
        close(now);
    }

    /** There is nothing more to be decided, whatever was; a second end changes nothing. */
    public void close(Instant now) {
        if (closedAt == null) {
            closedAt = now;
        }
    }

    /** Nobody decided in time: the content is not kept any more. */
    public void keepNoLonger() {
        keepUntil = null;
    }

    public void reminded(Instant now) {
        remindedAt = now;
    }

    private void decide(Decision taken, String by, Instant now) {
        decision = taken;
        decidedBy = by;
        decidedAt = now;
    }
}
