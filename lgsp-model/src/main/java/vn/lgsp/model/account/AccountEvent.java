package vn.lgsp.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.lgsp.model.Ids;

/** What happened to an account, when, by whom, why, from where. Never changed, never deleted. */
@Entity
@Immutable
@Table(name = "account_event")
public class AccountEvent {

    /** What happened. */
    public enum Kind {
        INVITED,
        INVITED_AGAIN,
        INVITATION_ACCEPTED,
        SIGNED_IN,
        RECOVERY_CODE_USED,
        LOCKED_AFTER_FAILURES,
        PASSWORD_CHANGED,
        RESET_LINK_MADE,
        PASSWORD_RESET,
        LOCKED,
        UNLOCKED,
        DISABLED,
        ENABLED,
        GRANTS_CHANGED,
        SECOND_FACTOR_ON,
        SECOND_FACTOR_OFF,
        SECOND_FACTOR_RESET,
        RECOVERY_CODES_MADE,
        SESSION_ENDED,
        SESSIONS_ENDED,
        TOKEN_MADE,
        TOKEN_REVOKED
    }

    @Id
    private UUID id;

    private Instant at;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "actor_name")
    private String actorName;

    private String detail;

    private String reason;

    @Column(name = "remote_address")
    private String remoteAddress;

    protected AccountEvent() {}

    /**
     * An event of now.
     *
     * @param actorId who did it; null for a person who had not signed in
     * @param actorName the user name of who did it
     * @param detail what exactly, as text; may be null
     * @param reason why, in the person's words; may be null
     * @param remoteAddress from where; may be null
     */
    public AccountEvent(
            UUID accountId,
            Kind kind,
            UUID actorId,
            String actorName,
            String detail,
            String reason,
            String remoteAddress,
            Instant now) {
        this.id = Ids.next();
        this.accountId = accountId;
        this.kind = kind;
        this.actorId = actorId;
        this.actorName = actorName;
        this.detail = detail;
        this.reason = reason;
        this.remoteAddress = remoteAddress;
        this.at = now;
    }

    public UUID id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public Kind kind() {
        return kind;
    }

    public String actorName() {
        return actorName;
    }

    public String detail() {
        return detail;
    }

    public String reason() {
        return reason;
    }

    public String remoteAddress() {
        return remoteAddress;
    }
}
