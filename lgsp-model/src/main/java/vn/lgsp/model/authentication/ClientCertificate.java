package vn.lgsp.model.authentication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A certificate that is bound to an application (chứng thư, Điều 4.4, 10); its private key never leaves the agency. */
@Entity
@Table(name = "client_certificate")
public class ClientCertificate {

    /** How it stands. */
    public enum State {
        /** It may be shown. */
        IN_FORCE,
        /** Its time is over, or has not come. */
        EXPIRED,
        REVOKED
    }

    /**
     * What a certificate says of itself.
     *
     * @param serial its serial number in hexadecimal
     * @param fingerprint SHA-256 of {@code der}
     * @param der the certificate
     */
    public record Content(
            String serial,
            byte[] fingerprint,
            byte[] der,
            String subject,
            String issuer,
            Instant notBefore,
            Instant notAfter) {}

    private static final int LONGEST_NAME = 1000;

    @Id
    private UUID id;

    @Column(name = "application_id", updatable = false)
    private UUID applicationId;

    @Column(name = "authority_id", updatable = false)
    private UUID authorityId;

    @Column(updatable = false)
    private String serial;

    @Column(updatable = false)
    private byte[] fingerprint;

    @Column(updatable = false)
    private byte[] certificate;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private String issuer;

    @Column(name = "not_before", updatable = false)
    private Instant notBefore;

    @Column(name = "not_after", updatable = false)
    private Instant notAfter;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(updatable = false)
    private UUID replaces;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_by")
    private UUID revokedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "revoke_reason")
    private RevocationReason revokeReason;

    @Column(name = "revoke_note")
    private String revokeNote;

    protected ClientCertificate() {}

    /**
     * A certificate that is bound from now on.
     *
     * @param authorityId the platform's authority; null when another one issued it
     * @param replaces the certificate that it renews; null when none
     */
    public ClientCertificate(
            UUID id, UUID applicationId, UUID authorityId, Content content, UUID replaces, Instant now, UUID by) {
        this.id = id;
        this.applicationId = applicationId;
        this.authorityId = authorityId;
        this.serial = content.serial();
        this.fingerprint = content.fingerprint().clone();
        this.certificate = content.der().clone();
        this.subject = shortened(content.subject());
        this.issuer = shortened(content.issuer());
        this.notBefore = content.notBefore();
        this.notAfter = content.notAfter();
        this.replaces = replaces;
        this.createdAt = now;
        this.createdBy = by;
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    /** Whether the platform's own authority issued it. */
    public boolean own() {
        return authorityId != null;
    }

    /** In hexadecimal. */
    public String serial() {
        return serial;
    }

    /** SHA-256 of the certificate. */
    public byte[] fingerprint() {
        return fingerprint.clone();
    }

    /** In DER. */
    public byte[] certificate() {
        return certificate.clone();
    }

    public String subject() {
        return subject;
    }

    public String issuer() {
        return issuer;
    }

    public Instant notBefore() {
        return notBefore;
    }

    public Instant notAfter() {
        return notAfter;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The certificate that it renews; null when none. */
    public UUID replaces() {
        return replaces;
    }

    /** Null while it was not revoked. */
    public Instant revokedAt() {
        return revokedAt;
    }

    /** Null while it was not revoked. */
    public RevocationReason revokeReason() {
        return revokeReason;
    }

    /** Null while it was not revoked, and where nothing was said. */
    public String revokeNote() {
        return revokeNote;
    }

    /** How it stands at this instant. */
    public State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return now.isBefore(notBefore) || !now.isBefore(notAfter) ? State.EXPIRED : State.IN_FORCE;
    }

    /** Ends it for ever; once is enough. */
    public void revoke(RevocationReason reason, String note, Instant now, UUID by) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedBy = by;
            revokeReason = reason;
            revokeNote = note;
        }
    }

    /** Names that strangers made may be of any length. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
