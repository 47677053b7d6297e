package vn.lgsp.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** A link that lets a person choose a password once (liên kết dùng một lần); its token is stored only as its hash. */
@Entity
@Table(name = "account_link")
public class AccountLink {

    /** What the link was made for. */
    public enum Purpose {
        /** The first password of a new account. */
        INVITATION,
        /** A new password instead of one that was lost. */
        RESET
    }

    @Id
    private UUID id;

    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Purpose purpose;

    @Column(name = "token_hash", updatable = false)
    private byte[] tokenHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected AccountLink() {}

    public AccountLink(
            UUID accountId, Purpose purpose, byte[] tokenHash, String createdBy, Instant now, Instant expiresAt) {
        this.id = Ids.next();
        this.accountId = accountId;
        this.purpose = purpose;
        this.tokenHash = tokenHash.clone();
        this.createdBy = createdBy;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public Purpose purpose() {
        return purpose;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Says whether it can be used at this instant. */
    public boolean usable(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }
}
