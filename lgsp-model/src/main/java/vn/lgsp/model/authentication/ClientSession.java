package vn.lgsp.model.authentication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Ids;

/** One connection of an application, from sign-in to leaving (Điều 5.11, 8.1). */
@Entity
@Table(name = "client_session")
public class ClientSession {
    @Id
    private UUID id;

    @Column(name = "application_id", updatable = false)
    private UUID applicationId;

    @Column(name = "access_key_id", updatable = false)
    private UUID accessKeyId;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "close_reason")
    private String closeReason;

    @Column(name = "remote_address", updatable = false)
    private String remoteAddress;

    @Column(updatable = false)
    private String node;

    @Column(name = "token_hash", updatable = false)
    private byte[] tokenHash;

    @Column(name = "token_expires_at")
    private Instant tokenExpiresAt;

    @Column(name = "token_waivers", updatable = false)
    private String tokenWaivers;

    protected ClientSession() {}

    public ClientSession(Caller caller, String node, Instant now) {
        this.id = Ids.next();
        this.applicationId = caller.applicationId();
        this.accessKeyId = caller.keyId();
        this.openedAt = now;
        this.lastSeenAt = now;
        this.remoteAddress = caller.remoteAddress();
        this.node = node;
    }

    /** Lets a token stand in for signatures until then, as long as the waivers count that let its owner in. */
    public void tokenIssued(byte[] hash, Instant expiresAt, Set<WaiverKind> waivers) {
        tokenWaivers = WaiverKind.write(waivers);
        tokenHash = hash.clone();
        tokenExpiresAt = expiresAt;
    }

    /** Lets the token count longer. */
    public void tokenProlonged(Instant expiresAt) {
        tokenExpiresAt = expiresAt;
    }

    /** When its token ends; null when it has none. */
    public Instant tokenExpiresAt() {
        return tokenExpiresAt;
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Says whether the session has not ended. */
    public boolean open() {
        return closedAt == null;
    }

    /** Notes a sign of life. */
    public void seen(Instant now) {
        lastSeenAt = now;
    }

    /** Ends the session for a reason such as {@code client}; a second end changes nothing. */
    public void close(String reason, Instant now) {
        if (closedAt == null) {
            closedAt = now;
            closeReason = reason;
        }
    }
}
