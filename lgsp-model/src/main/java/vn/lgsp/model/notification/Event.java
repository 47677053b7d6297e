package vn.lgsp.model.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An event for one application, numbered without gaps (Điều 4.5), as it was written. Thin: identifiers only, no personal data. */
@Entity
@Immutable
@Table(name = "event")
public class Event {
    @Id
    private UUID id;

    @Column(name = "application_id")
    private UUID applicationId;

    private long seq;

    private String type;

    @Column(name = "packet_id")
    private UUID packetId;

    @Column(name = "delivery_id")
    private UUID deliveryId;

    @JdbcTypeCode(SqlTypes.JSON)
    private String data;

    private Instant at;

    protected Event() {}

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    /** The subscriber's own count, from 1. */
    public long seq() {
        return seq;
    }

    /** The CloudEvents type, e.g. {@code vn.lgsp.packet.ready.v1}. */
    public String type() {
        return type;
    }

    public UUID packetId() {
        return packetId;
    }

    /** May be null. */
    public UUID deliveryId() {
        return deliveryId;
    }

    /** The data member of the CloudEvent, JSON. */
    public String data() {
        return data;
    }

    public Instant at() {
        return at;
    }
}
