package vn.lgsp.model.registry;

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

/**
 * The right of a source to send one type of data to a destination, or to call one operation of a service (quyền truy xuất, Điều 7.1a,
 * 10.2). Without it nothing is sent. A right of an agency is one of all its applications, a right to an agency one to the application that
 * receives for it; a group stands for its members.
 */
@Entity
@Table(name = "access_right")
public class AccessRight {
    @Id
    private UUID id;

    @Column(name = "source_application_id", updatable = false)
    private UUID sourceApplicationId;

    @Column(name = "source_agency_id", updatable = false)
    private UUID sourceAgencyId;

    @Column(name = "source_group_id", updatable = false)
    private UUID sourceGroupId;

    @Column(name = "destination_application_id", updatable = false)
    private UUID destinationApplicationId;

    @Column(name = "destination_agency_id", updatable = false)
    private UUID destinationAgencyId;

    @Column(name = "destination_group_id", updatable = false)
    private UUID destinationGroupId;

    @Column(name = "data_type", updatable = false)
    private String dataType;

    @Column(name = "operation_id", updatable = false)
    private UUID operationId;

    @Column(name = "valid_from", updatable = false)
    private Instant validFrom;

    @Column(name = "valid_to", updatable = false)
    private Instant validTo;

    @Column(name = "daily_quota", updatable = false)
    private Integer dailyQuota;

    @Enumerated(EnumType.STRING)
    private AccessRightState state;

    @Column(updatable = false)
    private String document;

    @Column(updatable = false)
    private String purpose;

    @Column(name = "requested_by", updatable = false)
    private UUID requestedBy;

    @Column(name = "requested_agency_id", updatable = false)
    private UUID requestedAgencyId;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decision_reason")
    private String decisionReason;

    @Column(name = "withdrawn_by")
    private UUID withdrawnBy;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_reason")
    private String withdrawnReason;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    /**
     * For how long and how often.
     *
     * @param to null for no end
     * @param dailyQuota packets on one day of Viet Nam; null for any number
     */
    public record Terms(Instant from, Instant to, Integer dailyQuota) {}

    /** Why it is asked for: a document and a purpose, each may be null; and who asks, for which agency. */
    public record Grounds(String document, String purpose, UUID accountId, UUID agencyId) {}

    protected AccessRight() {}

    /** A right that the platform itself gives, in force from now on; {@code validTo} is null when it has no end. */
    public AccessRight(
            UUID sourceApplicationId, UUID destinationAgencyId, String dataType, Instant validTo, Instant now) {
        this(
                new RightParty(RightParty.Kind.APPLICATION, sourceApplicationId),
                new RightParty(RightParty.Kind.AGENCY, destinationAgencyId),
                dataType,
                null,
                new Terms(now, validTo, null),
                new Grounds(null, null, null, null),
                now);
        this.state = AccessRightState.APPROVED;
    }

    /** A request; {@code dataType} or {@code operationId} is null. */
    public AccessRight(
            RightParty source,
            RightParty destination,
            String dataType,
            UUID operationId,
            Terms terms,
            Grounds grounds,
            Instant now) {
        this.id = Ids.next();
        this.sourceApplicationId = source.when(RightParty.Kind.APPLICATION);
        this.sourceAgencyId = source.when(RightParty.Kind.AGENCY);
        this.sourceGroupId = source.when(RightParty.Kind.GROUP);
        this.destinationApplicationId = destination.when(RightParty.Kind.APPLICATION);
        this.destinationAgencyId = destination.when(RightParty.Kind.AGENCY);
        this.destinationGroupId = destination.when(RightParty.Kind.GROUP);
        this.dataType = dataType;
        this.operationId = operationId;
        this.validFrom = terms.from();
        this.validTo = terms.to();
        this.dailyQuota = terms.dailyQuota();
        this.document = grounds.document();
        this.purpose = grounds.purpose();
        this.requestedBy = grounds.accountId();
        this.requestedAgencyId = grounds.agencyId();
        this.state = AccessRightState.REQUESTED;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public RightParty source() {
        return party(sourceApplicationId, sourceAgencyId, sourceGroupId);
    }

    public RightParty destination() {
        return party(destinationApplicationId, destinationAgencyId, destinationGroupId);
    }

    private static RightParty party(UUID application, UUID agency, UUID group) {
        if (application != null) {
            return new RightParty(RightParty.Kind.APPLICATION, application);
        }
        return agency != null
                ? new RightParty(RightParty.Kind.AGENCY, agency)
                : new RightParty(RightParty.Kind.GROUP, group);
    }

    /** The type of data; null where it is an operation. */
    public String dataType() {
        return dataType;
    }

    /** The operation of a service; null where it is a type of data. */
    public UUID operationId() {
        return operationId;
    }

    public Instant validFrom() {
        return validFrom;
    }

    /** Null when it has no end. */
    public Instant validTo() {
        return validTo;
    }

    /** Packets on one day of Viet Nam; null for any number. */
    public Integer dailyQuota() {
        return dailyQuota;
    }

    public AccessRightState state() {
        return state;
    }

    public String document() {
        return document;
    }

    public String purpose() {
        return purpose;
    }

    /** Whoever asked; null where the platform gave it. */
    public UUID requestedBy() {
        return requestedBy;
    }

    public UUID decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String decisionReason() {
        return decisionReason;
    }

    public UUID withdrawnBy() {
        return withdrawnBy;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    public String withdrawnReason() {
        return withdrawnReason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int version() {
        return version;
    }

    /** Approves or refuses the request; {@code reason} may be null. */
    public void decide(AccessRightState decision, UUID accountId, String reason, Instant now) {
        step(decision);
        decidedBy = accountId;
        decidedAt = now;
        decisionReason = reason;
    }

    /** Ends the right at once. */
    public void withdraw(UUID accountId, String reason, Instant now) {
        step(AccessRightState.WITHDRAWN);
        withdrawnBy = accountId;
        withdrawnReason = reason;
        withdrawnAt = now;
    }

    private void step(AccessRightState to) {
        if (!state.mayBecome(to)) {
            throw new IllegalStateException(state + " → " + to);
        }
        state = to;
    }
}
