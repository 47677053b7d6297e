package vn.lgsp.model.packet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** A packet (gói tin liên thông): what a source service asked to send, and how far it has come. */
@Entity
@Table(name = "packet")
public class Packet implements Stateful<PacketState> {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private PacketState state;

    @Column(name = "state_seq")
    private short stateSeq;

    @Column(name = "source_application_id", updatable = false)
    private UUID sourceApplicationId;

    @Column(name = "source_agency_id", updatable = false)
    private UUID sourceAgencyId;

    @Column(updatable = false)
    private String title;

    @Enumerated(EnumType.ORDINAL)
    @Column(updatable = false)
    private Importance importance;

    @Column(name = "data_type", updatable = false)
    private String dataType;

    @Column(name = "data_type_version", updatable = false)
    private Integer dataTypeVersion;

    @Column(updatable = false)
    private String protocol;

    @Column(name = "total_bytes")
    private long totalBytes;

    @Column(name = "not_before")
    private Instant notBefore;

    private Instant deadline;

    @Column(name = "resend_of", updatable = false)
    private UUID resendOf;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    protected Packet() {}

    /** A packet at the beginning of its life. */
    public Packet(
            UUID sourceApplicationId,
            UUID sourceAgencyId,
            String title,
            Importance importance,
            String dataType,
            String protocol,
            Instant now) {
        this.id = Ids.next();
        this.state = PacketState.REQUESTED;
        this.sourceApplicationId = sourceApplicationId;
        this.sourceAgencyId = sourceAgencyId;
        this.title = title;
        this.importance = importance;
        this.dataType = dataType;
        this.protocol = protocol;
        this.createdAt = now;
        this.updatedAt = now;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public UUID packetId() {
        return id;
    }

    @Override
    public PacketState state() {
        return state;
    }

    @Override
    public short stateSeq() {
        return stateSeq;
    }

    @Override
    public void become(PacketState next, Instant now) {
        Stateful.requireTransition(state, next);
        state = next;
        stateSeq++;
        updatedAt = now;
    }

    public UUID sourceApplicationId() {
        return sourceApplicationId;
    }

    public UUID sourceAgencyId() {
        return sourceAgencyId;
    }

    public String title() {
        return title;
    }

    public Importance importance() {
        return importance;
    }

    public String dataType() {
        return dataType;
    }

    /** The version of the data type whose rules the content has to keep; null for packets of earlier days. */
    public Integer dataTypeVersion() {
        return dataTypeVersion;
    }

    /** Says by which version of its data type the packet was granted; before it is stored. */
    public void grantedBy(int number) {
        dataTypeVersion = number;
    }

    public String protocol() {
        return protocol;
    }

    /** Bytes of all files together. */
    public long totalBytes() {
        return totalBytes;
    }

    public void totalBytes(long bytes) {
        totalBytes = bytes;
    }

    /** Not to be announced earlier; null when at once. */
    public Instant notBefore() {
        return notBefore;
    }

    /** To be confirmed by then; null when there is no limit. */
    public Instant deadline() {
        return deadline;
    }

    /** Sets the source's policy (chính sách liên thông, Điều 8.3); both may be null. */
    public void policy(Instant newNotBefore, Instant newDeadline) {
        notBefore = newNotBefore;
        deadline = newDeadline;
    }

    /** The packet of the same source that this one sends again; null for most. */
    public UUID resendOf() {
        return resendOf;
    }

    /** Says what it sends again; only before it is stored. */
    public void resendOf(UUID earlier) {
        resendOf = earlier;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
