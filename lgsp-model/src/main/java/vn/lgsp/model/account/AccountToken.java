package vn.lgsp.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** A token with which a person's own program calls the interface in the person's name (token cá nhân); stored only as its hash. */
@Entity
@Table(name = "account_token")
public class AccountToken {
    /** A use is noted once in so long, so that a busy program does not write at each request. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Column(name = "token_hash", updatable = false)
    private byte[] tokenHash;

    @Column(updatable = false)
    private String name;

    @Column(name = "read_only", updatable = false)
    private boolean readOnly;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "last_address")
    private String lastAddress;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected AccountToken() {}

    public AccountToken(
            UUID accountId, byte[] tokenHash, String name, boolean readOnly, Instant now, Instant expiresAt) {
        this.id = Ids.next();
        this.accountId = accountId;
        this.tokenHash = tokenHash.clone();
        this.name = name;
        this.readOnly = readOnly;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    /** Whether it opens reading operations only. */
    public boolean readOnly() {
        return readOnly;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** To about a minute; null when it was never used. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    /** From where it was used last; null when it was never used. */
    public String lastAddress() {
        return lastAddress;
    }

    /** When the person withdrew it; null while it counts. */
    public Instant revokedAt() {
        return revokedAt;
    }

    /** Says whether it opens anything at this instant. */
    public boolean usable(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Withdraws it; once withdrawn it stays so. */
    public void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }

    /** Notes a use. */
    public void used(Instant now, String address) {
        if (lastUsedAt == null || now.isAfter(lastUsedAt.plus(NOTED)) || !address.equals(lastAddress)) {
            lastUsedAt = now;
            lastAddress = address;
        }
    }
}
