package vn.lgsp.model.authentication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.registry.Environment;

/**
 * A key pair of an application (khóa truy xuất, khóa bí mật, Điều 10). The secret is stored only wrapped under the master key; of a key that the
 * application made itself only the public half is here.
 */
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

    @Column(name = "wrapped_secret", updatable = false)
    private byte[] wrappedSecret;

    @Column(name = "master_key_id", updatable = false)
    private String masterKeyId;

    @Column(name = "public_key", updatable = false)
    private byte[] publicKey;

    @Column(updatable = false)
    private String hint;

    private String name = "";

    private String networks;

    private String scopes;

    @Column(updatable = false)
    private UUID replaces;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "order_key", updatable = false)
    private String orderKey;

    @Column(name = "order_hash", updatable = false)
    private byte[] orderHash;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "not_after")
    private Instant notAfter;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_by")
    private UUID revokedBy;

    @Column(name = "revoke_reason")
    private String revokeReason;

    @Version
    private int version;

    protected AccessKey() {}

    /** A new key for everything, usable from now on without an end; {@link #secret} or {@link #publicKey(byte[])} has to follow. */
    public AccessKey(
            UUID id, String accessKey, UUID applicationId, Environment environment, String algorithm, Instant now) {
        this.id = id;
        this.accessKey = accessKey;
        this.applicationId = applicationId;
        this.environment = environment;
        this.algorithm = algorithm;
        this.hint = accessKey.substring(accessKey.length() - 4);
        this.createdAt = now;
        this.notBefore = now;
    }

    /** Gives it a secret, under the master key of this id. */
    public AccessKey secret(byte[] wrapped, String masterKey) {
        wrappedSecret = wrapped.clone();
        masterKeyId = masterKey;
        return this;
    }

    /** Gives it a public key: SubjectPublicKeyInfo in DER. */
    public AccessKey publicKey(byte[] encoded) {
        publicKey = encoded.clone();
        return this;
    }

    /** Notes who ordered it, and the order, so that the same one again is not another key; the order may be null. */
    public AccessKey orderedBy(UUID accountId, String order, byte[] hash) {
        createdBy = accountId;
        orderKey = order;
        orderHash = order == null ? null : hash.clone();
        return this;
    }

    /** Makes it the successor of another key. */
    public AccessKey replacing(UUID keyId) {
        replaces = keyId;
        return this;
    }

    /**
     * What people decide about it.
     *
     * @param label what people call it, never null
     * @param from networks as {@link vn.lgsp.model.network.AllowedNetworks#parse} reads them; null for everywhere
     * @param uses never empty
     * @param end when it ends; null for never
     */
    public AccessKey decide(String label, String from, Set<KeyScope> uses, Instant end) {
        name = label;
        networks = from;
        scopes = KeyScope.write(uses);
        notAfter = end;
        return this;
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

    /** Whether a secret belongs to it; of others only the public half is known. */
    public boolean hasSecret() {
        return wrappedSecret != null;
    }

    /** The last four characters of the access key. */
    public String hint() {
        return hint;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String name() {
        return name;
    }

    /** From where it may be used, as it is stored; null for everywhere. */
    public String networks() {
        return networks;
    }

    public Set<KeyScope> scopes() {
        return KeyScope.read(scopes);
    }

    /** The key that this one is the successor of; null when there is none. */
    public UUID replaces() {
        return replaces;
    }

    /** When it ends by itself; null for never. */
    public Instant notAfter() {
        return notAfter;
    }

    /** The SHA-256 of the order that it was made for; null when there was none. */
    public byte[] orderHash() {
        return orderHash == null ? null : orderHash.clone();
    }

    public int version() {
        return version;
    }

    /** Says whether the key may be used at this instant. */
    public boolean usable(Instant now) {
        return revokedAt == null && !now.isBefore(notBefore) && (notAfter == null || now.isBefore(notAfter));
    }

    /** Whether somebody ended it before its time. */
    public boolean revoked() {
        return revokedAt != null;
    }

    /** Ends the key at once and for ever; a second time changes nothing. */
    public void revoke(UUID accountId, String reason, Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedBy = accountId;
            revokeReason = reason;
        }
    }

    /** Lets the key end at this instant, unless it ends earlier. */
    public void endBy(Instant end) {
        if (notAfter == null || end.isBefore(notAfter)) {
            notAfter = end;
        }
    }
}
