package vn.lgsp.model.authentication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Whether an application has to show a certificate (Điều 4.4): written once, never changed; the newest counts. */
@Entity
@Table(name = "certificate_policy")
public class CertificatePolicy {
    @Id
    private UUID id;

    @Column(name = "application_id", updatable = false)
    private UUID applicationId;

    @Column(updatable = false)
    private boolean required;

    @Column(updatable = false)
    private String reason;

    @Column(name = "set_at", updatable = false)
    private Instant setAt;

    @Column(name = "set_by", updatable = false)
    private UUID setBy;

    protected CertificatePolicy() {}

    public CertificatePolicy(UUID id, UUID applicationId, boolean required, String reason, Instant setAt, UUID setBy) {
        this.id = id;
        this.applicationId = applicationId;
        this.required = required;
        this.reason = reason;
        this.setAt = setAt;
        this.setBy = setBy;
    }

    public boolean required() {
        return required;
    }

    public String reason() {
        return reason;
    }

    public Instant setAt() {
        return setAt;
    }
}
