package vn.lgsp.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/**
 * A person signed in on one device (phiên đăng nhập), from the right password to its end. The token is stored only as its hash.
 *
 * <p>It is changed by single statements that name its present state, never through the entity: a sign of life must not undo an end that
 * was noted at the same time.
 */
@Entity
@Table(name = "staff_session")
public class StaffSession {
    private static final int USER_AGENT_LENGTH = 200;

    /** Why a session ended. */
    public enum End {
        /** The person signed out. */
        SIGNED_OUT,
        /** The person ended it from another session, or the portal did because the password was changed. */
        ENDED_ELSEWHERE,
        /** An administrator ended it. */
        ENDED_BY_ADMIN,
        /** The account was locked. */
        LOCKED,
        /** The account was disabled. */
        DISABLED,
        /** The password or the second factor was reset. */
        RESET,
        /** Nothing was heard for too long. */
        IDLE,
        /** It had lasted as long as a session may. */
        TOO_LONG
    }

    @Id
    private UUID id;

    @Column(name = "token_hash", updatable = false)
    private byte[] tokenHash;

    @Column(name = "account_id", updatable = false)
    private UUID accountId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "remote_address", updatable = false)
    private String remoteAddress;

    @Column(name = "user_agent", updatable = false)
    private String userAgent;

    @Column(name = "second_factor_at")
    private Instant secondFactorAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private End endReason;

    protected StaffSession() {}

    /** A session that begins now; of the user agent its first 200 characters are kept. */
    public StaffSession(UUID accountId, byte[] tokenHash, String remoteAddress, String userAgent, Instant now) {
        this.id = Ids.next();
        this.accountId = accountId;
        this.tokenHash = tokenHash.clone();
        this.remoteAddress = remoteAddress;
        this.userAgent = userAgent.substring(0, Math.min(userAgent.length(), USER_AGENT_LENGTH));
        this.createdAt = now;
        this.lastSeenAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    public String remoteAddress() {
        return remoteAddress;
    }

    public String userAgent() {
        return userAgent;
    }

    /** Whether the second factor was given in this session. */
    public boolean secondFactorGiven() {
        return secondFactorAt != null;
    }

    /** When the session ended; null while it has not been ended. */
    public Instant endedAt() {
        return endedAt;
    }

    /** Why the session ended; null while it has not been ended. */
    public End endReason() {
        return endReason;
    }

    /**
     * Why the session is over at this instant although nobody ended it: silent for too long, or older than a session may be; null while it
     * is neither.
     */
    public End expiry(Instant now, Duration idle, Duration longest) {
        if (!now.isBefore(createdAt.plus(longest))) {
            return End.TOO_LONG;
        }
        return now.isBefore(lastSeenAt.plus(idle)) ? null : End.IDLE;
    }

    /** Says whether the session is over at this instant, by somebody's act or by itself. */
    public boolean over(Instant now, Duration idle, Duration longest) {
        return endedAt != null || expiry(now, idle, longest) != null;
    }
}
