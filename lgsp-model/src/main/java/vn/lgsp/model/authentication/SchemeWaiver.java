package vn.lgsp.model.authentication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** Leave for an application to sign in an old way for a while (bật tương thích, Điều 4.4). */
@Entity
@Table(name = "scheme_waiver")
public class SchemeWaiver {
    @Id
    private UUID id;

    @Column(name = "application_id", updatable = false)
    private UUID applicationId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private WaiverKind kind;

    @Column(updatable = false)
    private String reason;

    @Column(name = "granted_by", updatable = false)
    private UUID grantedBy;

    @Column(name = "granted_at", updatable = false)
    private Instant grantedAt;

    @Column(name = "not_after", updatable = false)
    private Instant notAfter;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private UUID endedBy;

    @Column(name = "end_reason")
    private String endReason;

    protected SchemeWaiver() {}

    /** A waiver from now on. */
    public SchemeWaiver(
            UUID applicationId, WaiverKind kind, String reason, UUID grantedBy, Instant now, Instant notAfter) {
        this.id = Ids.next();
        this.applicationId = applicationId;
        this.kind = kind;
        this.reason = reason;
        this.grantedBy = grantedBy;
        this.grantedAt = now;
        this.notAfter = notAfter;
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    /** Whether it was ended, or its end has come. */
    public boolean over(Instant now) {
        return endedAt != null || !now.isBefore(notAfter);
    }

    /** Ends it; who is null when its own end has come. A second end changes nothing. */
    public void end(UUID accountId, String why, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endedBy = accountId;
            endReason = why;
        }
    }
}
