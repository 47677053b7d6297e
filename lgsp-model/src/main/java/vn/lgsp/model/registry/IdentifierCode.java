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
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.Ids;

/**
 * An identifier code as it was issued (mã định danh, Điều 7.1): to whom, in which forms, from when until when. One that was issued is never
 * given to anybody else. The database writes the first code of an agency when the agency is entered.
 */
@Entity
@Table(name = "identifier_code")
public class IdentifierCode {

    /** Đang dùng, tạm khóa, đã đóng. */
    public enum State {
        ACTIVE,
        LOCKED,
        CLOSED
    }

    @Id
    private UUID id;

    @Column(name = "agency_id", updatable = false)
    private UUID agencyId;

    @Column(name = "code_qcvn")
    private String codeQcvn;

    @Column(name = "code_qd20")
    private String codeQd20;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "valid_from", updatable = false)
    private Instant validFrom;

    @Column(name = "valid_to")
    private Instant validTo;

    private String document;

    @Column(name = "document_date")
    private LocalDate documentDate;

    @Column(name = "change_id")
    private UUID changeId;

    private String reason;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Version
    private int version;

    protected IdentifierCode() {}

    /**
     * A code issued to an agency that exists.
     *
     * @param codeQcvn null where the old form cannot express it
     * @param change the reorganisation that issued it; null for an ordinary act
     * @param by user name; null for the platform itself
     */
    public IdentifierCode(
            UUID agencyId,
            AgencyCode codeQcvn,
            AgencyCode codeQd20,
            Instant validFrom,
            UUID change,
            String by,
            Instant now) {
        this.id = Ids.next();
        this.agencyId = agencyId;
        this.codeQcvn = codeQcvn == null ? null : codeQcvn.value();
        this.codeQd20 = codeQd20.value();
        this.state = State.ACTIVE;
        this.validFrom = validFrom;
        this.changeId = change;
        this.createdBy = by;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID agencyId() {
        return agencyId;
    }

    /** As QCVN 102:2016 writes it; empty where that form cannot express it, or nobody entered it. */
    public Optional<String> codeQcvn() {
        return Optional.ofNullable(codeQcvn);
    }

    /** As QĐ 20/2020 writes it; empty for an old code that nobody entered in the new form. */
    public Optional<String> codeQd20() {
        return Optional.ofNullable(codeQd20);
    }

    public State state() {
        return state;
    }

    public Instant validFrom() {
        return validFrom;
    }

    /** Null while it is not closed. */
    public Instant validTo() {
        return validTo;
    }

    /** The decision that issued it, number and notation; may be null. */
    public String document() {
        return document;
    }

    public LocalDate documentDate() {
        return documentDate;
    }

    /** Why it was locked or closed; may be null. */
    public String reason() {
        return reason;
    }

    public int version() {
        return version;
    }

    /** Says which decision issued it. */
    public void documented(String number, LocalDate date) {
        document = number;
        documentDate = date;
    }

    /** Locks it or opens it again. */
    public void locked(boolean locked, String why) {
        if (state == State.CLOSED) {
            throw new IllegalStateException("a closed code is not locked");
        }
        state = locked ? State.LOCKED : State.ACTIVE;
        reason = why;
    }

    /** Closes it. */
    public void close(Instant at, UUID change, String why) {
        state = State.CLOSED;
        validTo = at;
        changeId = change;
        reason = why;
    }

    /** Opens it again after what closed it was undone. */
    public void reopen() {
        state = State.ACTIVE;
        validTo = null;
        reason = null;
    }
}
