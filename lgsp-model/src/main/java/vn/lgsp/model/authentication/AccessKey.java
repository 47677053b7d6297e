package vn.lgsp.model.authentication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.registry.Environment;

/** A key pair of an application (khóa truy xuất, khóa bí mật, Điều 10). The secret is stored only wrapped under the master key. */
@Entity
@Table(name = "access_key")
public class AccessKey {
    @Id
    private UUID id;

    @Column(name = "access_key", updatable = false)
    private String accessKey;

    @Column(name = "application_id", updatable = false)
    private UUID applicationId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Environment environment;

    @Column(updatable = false)
    private String algorithm;

    @Column(name = "wrapped_secret")
    private byte[] wrappedSecret;

    @Column(name = "master_key_id")
    private String masterKeyId;

    @Column(updatable = false)
    private String hint;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "not_after")
    private Instant notAfter;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "last_used_from")
    private String lastUsedFrom;

    protected AccessKey() {}

    /** A new key, usable from now on without an end. */
    public AccessKey(
            UUID id,
            String accessKey,
            UUID applicationId,
            Environment environment,
            String algorithm,
            byte[] wrappedSecret,
            String masterKeyId,
            Instant now) {
        this.id = id;
        this.accessKey = accessKey;
        this.applicationId = applicationId;
        this.environment = environment;
        this.algorithm = algorithm;
        this.wrappedSecret = wrappedSecret.clone();
        this.masterKeyId = masterKeyId;
        this.hint = accessKey.substring(accessKey.length() - 4);
        this.createdAt = now;
        this.notBefore = now;
    }

    public UUID id() {
        return id;
    }

    /** The public half, by which the application is known. */
    public String accessKey() {
        return accessKey;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public Environment environment() {
        return environment;
    }

    /** The only algorithm that this key may be used with, as RFC 9421 names it. */
    public String algorithm() {
        return algorithm;
    }

    public byte[] wrappedSecret() {
        return wrappedSecret.clone();
    }

    public String masterKeyId() {
        return masterKeyId;
    }

    /** The last four characters of the access key. */
    public String hint() {
        return hint;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** Says whether the key may be used at this instant. */
    public boolean usable(Instant now) {
        return revokedAt == null && !now.isBefore(notBefore) && (notAfter == null || now.isBefore(notAfter));
    }

    /** Ends the key at once and for ever. */
    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** Notes when and from where the key was used last. */
    public void used(Instant now, String remoteAddress) {
        lastUsedAt = now;
        lastUsedFrom = remoteAddress;
    }
}
