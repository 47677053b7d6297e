package vn.lgsp.model.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** A piece of software that an agency connects (ứng dụng, Điều 4.1, 7.1a). */
@Entity
@Table(name = "application")
public class Application {

    /** Đã đăng ký, đã duyệt, hoạt động, tạm dừng, ngừng. */
    public enum State {
        REGISTERED,
        APPROVED,
        ACTIVE,
        SUSPENDED,
        RETIRED
    }

    @Id
    private UUID id;

    @Column(updatable = false)
    private String code;

    private String name;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private Environment environment;

    private boolean receives;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(updatable = false)
    private boolean sample;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Application() {}

    /** A newly registered application; {@code receives} says whether packets to its agency may be delivered to it. */
    public Application(
            String code,
            String name,
            UUID agencyId,
            Environment environment,
            boolean receives,
            boolean sample,
            Instant now) {
        this.id = Ids.next();
        this.code = code;
        this.name = name;
        this.agencyId = agencyId;
        this.environment = environment;
        this.receives = receives;
        this.state = State.REGISTERED;
        this.sample = sample;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public UUID agencyId() {
        return agencyId;
    }

    public Environment environment() {
        return environment;
    }

    public boolean receives() {
        return receives;
    }

    public State state() {
        return state;
    }

    /** Moves the application to another state. */
    public void state(State newState) {
        state = newState;
    }
}
