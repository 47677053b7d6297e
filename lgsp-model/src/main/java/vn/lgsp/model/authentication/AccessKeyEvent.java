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
import vn.lgsp.model.Staff;

/** Something that somebody did to a key: written once, never changed (Điều 14.5). */
@Entity
@Table(name = "access_key_event")
public class AccessKeyEvent {

    /** What was done. */
    public enum Act {
        ISSUED,
        ROTATED,
        CHANGED,
        OVERLAP_ENDED,
        REVOKED
    }

    @Id
    private UUID id;

    @Column(name = "access_key_id", updatable = false)
    private UUID keyId;

    @Column(updatable = false)
    private Instant at;

    @Column(name = "actor_id", updatable = false)
    private UUID actorId;

    @Column(name = "actor_name", updatable = false)
    private String actorName;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Act act;

    @Column(updatable = false)
    private String reason;

    protected AccessKeyEvent() {}

    /** An event of now; the reason may be null. */
    public AccessKeyEvent(UUID keyId, Staff actor, Act act, String reason) {
        this.id = Ids.next();
        this.keyId = keyId;
        this.at = Instant.now();
        this.actorId = actor.accountId();
        this.actorName = actor.username();
        this.act = act;
        this.reason = reason;
    }

    public Instant at() {
        return at;
    }

    /** The user name of whoever acted. */
    public String actorName() {
        return actorName;
    }

    public Act act() {
        return act;
    }

    /** Why; may be null. */
    public String reason() {
        return reason;
    }
}
