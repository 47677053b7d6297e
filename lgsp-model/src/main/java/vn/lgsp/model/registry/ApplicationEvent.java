package vn.lgsp.model.registry;

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

/** Something that somebody did to an application: written once, never changed. */
@Entity
@Table(name = "application_event")
public class ApplicationEvent {

    /** What was done. */
    public enum Act {
        REGISTERED,
        CHANGED,
        APPROVED,
        ACTIVATED,
        SUSPENDED,
        RESUMED,
        RETIRED,
        SERVICE_CHANGED
    }

    @Id
    private UUID id;

    @Column(name = "application_id", updatable = false)
    private UUID applicationId;

    @Column(updatable = false)
    private Instant at;

    @Column(name = "actor_id", updatable = false)
    private UUID actorId;

    @Column(name = "actor_name", updatable = false)
    private String actorName;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Act act;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state", updatable = false)
    private Application.State fromState;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state", updatable = false)
    private Application.State toState;

    @Column(updatable = false)
    private String reason;

    protected ApplicationEvent() {}

    /** An event of now; states and reason may be null. */
    public ApplicationEvent(
            UUID applicationId, Staff actor, Act act, Application.State from, Application.State to, String reason) {
        this.id = Ids.next();
        this.at = Instant.now();
        this.applicationId = applicationId;
        this.actorId = actor.accountId();
        this.actorName = actor.username();
        this.act = act;
        this.fromState = from;
        this.toState = to;
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

    /** The state before; null where none changed. */
    public Application.State fromState() {
        return fromState;
    }

    public Application.State toState() {
        return toState;
    }

    /** Why, or what was changed; may be null. */
    public String reason() {
        return reason;
    }
}
