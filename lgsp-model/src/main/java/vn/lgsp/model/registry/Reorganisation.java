package vn.lgsp.model.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** A request for reorganisation (đề nghị thay đổi tổ chức, Điều 7.2): who wants what when, and how far it has come. */
@Entity
@Table(name = "reorganisation")
public class Reorganisation {
    @Id
    private UUID id;

    @Column(updatable = false)
    private String number;

    private String title;

    @Enumerated(EnumType.STRING)
    private ReorganisationState state;

    @Column(name = "agency_id")
    private UUID agencyId;

    private String document;

    @Column(name = "document_date")
    private LocalDate documentDate;

    @Column(name = "effective_at")
    private Instant effectiveAt;

    @Column(name = "alias_days")
    private int aliasDays;

    @Column(name = "requested_by", updatable = false)
    private UUID requestedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "accepted_by")
    private UUID acceptedBy;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "approved_by")
    private UUID approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "applied_at")
    private Instant appliedAt;

    @Column(name = "undone_by")
    private UUID undoneBy;

    @Column(name = "undone_at")
    private Instant undoneAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Reorganisation() {}

    /** A draft; {@code number} is how people call it. */
    public Reorganisation(String number, UUID agencyId, UUID requestedBy, Instant now) {
        this.id = Ids.next();
        this.number = number;
        this.state = ReorganisationState.DRAFT;
        this.agencyId = agencyId;
        this.requestedBy = requestedBy;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String title() {
        return title;
    }

    public ReorganisationState state() {
        return state;
    }

    /** The agency that asks. */
    public UUID agencyId() {
        return agencyId;
    }

    public String document() {
        return document;
    }

    public LocalDate documentDate() {
        return documentDate;
    }

    /** From when it is so; null while nobody has said. */
    public Instant effectiveAt() {
        return effectiveAt;
    }

    public int aliasDays() {
        return aliasDays;
    }

    public UUID requestedBy() {
        return requestedBy;
    }

    /** Null while nobody approved. */
    public UUID approvedBy() {
        return approvedBy;
    }

    /** Null while it was not carried out. */
    public Instant appliedAt() {
        return appliedAt;
    }

    public int version() {
        return version;
    }

    /** Changes what a draft says. */
    public void says(
            String newTitle,
            UUID newAgencyId,
            String newDocument,
            LocalDate newDocumentDate,
            Instant newEffectiveAt,
            int newAliasDays) {
        title = newTitle;
        agencyId = newAgencyId;
        document = newDocument;
        documentDate = newDocumentDate;
        effectiveAt = newEffectiveAt;
        aliasDays = newAliasDays;
    }

    /**
     * Goes on to another state, by a person or, for {@code null}, by the platform itself.
     *
     * @throws IllegalStateException when the table of transitions does not have it
     */
    public void become(ReorganisationState next, UUID by, Instant now) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(state + " to " + next);
        }
        state = next;
        switch (next) {
            case SUBMITTED -> {
                submittedAt = now;
                acceptedBy = null;
                acceptedAt = null;
            }
            case ACCEPTED -> {
                acceptedBy = by;
                acceptedAt = now;
            }
            case APPROVED -> {
                approvedBy = by;
                approvedAt = now;
            }
            case RETURNED -> {
                approvedBy = null;
                approvedAt = null;
            }
            case APPLIED -> appliedAt = now;
            case UNDONE -> {
                undoneBy = by;
                undoneAt = now;
            }
            default -> {}
        }
    }
}
