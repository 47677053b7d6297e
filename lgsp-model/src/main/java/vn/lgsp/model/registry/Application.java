package vn.lgsp.model.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.packet.Lifecycle;

/** A piece of software that an agency connects (ứng dụng, Điều 4.1, 7.1a). */
@Entity
@Table(name = "application")
public class Application {

    /** Đã đăng ký, đã duyệt, hoạt động, tạm dừng, ngừng; the one table of what can follow what. */
    public enum State implements Lifecycle<State> {
        REGISTERED("7.1a"),
        APPROVED("7.1a"),
        ACTIVE("4.1"),
        SUSPENDED("7.1a"),
        RETIRED("7.1a");

        private final String clause;

        State(String clause) {
            this.clause = clause;
        }

        @Override
        public Set<State> next() {
            return switch (this) {
                case REGISTERED -> EnumSet.of(APPROVED, RETIRED);
                case APPROVED -> EnumSet.of(ACTIVE, RETIRED);
                case ACTIVE -> EnumSet.of(SUSPENDED, RETIRED);
                case SUSPENDED -> EnumSet.of(ACTIVE, RETIRED);
                case RETIRED -> EnumSet.noneOf(State.class);
            };
        }

        @Override
        public String clause() {
            return clause;
        }
    }

    /** Ứng dụng chuẩn, ứng dụng web, dịch vụ web (Điều 4.1). */
    public enum Kind {
        STANDARD,
        WEB,
        WEB_SERVICE
    }

    /** How it hears of packets: it asks, it listens on a stream, or the platform calls it (Điều 4.5). */
    public enum Channel {
        PULL,
        STREAM,
        WEBHOOK
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

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.STANDARD;

    private boolean sends = true;

    private boolean receives;

    @Enumerated(EnumType.STRING)
    private Channel channel = Channel.PULL;

    private String callback;

    private String description;

    private String contact;

    @Column(name = "registered_by", updatable = false)
    private UUID registeredBy;

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

    /** Notes who registered it, before it is stored. */
    public void registeredBy(UUID accountId) {
        registeredBy = accountId;
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

    public Kind kind() {
        return kind;
    }

    /** Whether it may be the source of packets. */
    public boolean sends() {
        return sends;
    }

    /** Whether packets to its agency may be delivered to it. */
    public boolean receives() {
        return receives;
    }

    public Channel channel() {
        return channel;
    }

    /** Where it is called when packets wait; null unless it wants to be called. */
    public String callback() {
        return callback;
    }

    /** What it is for; may be null. */
    public String description() {
        return description;
    }

    /** Whom to ask; may be null. */
    public String contact() {
        return contact;
    }

    /** Whoever registered it; null where the platform did. */
    public UUID registeredBy() {
        return registeredBy;
    }

    public boolean sample() {
        return sample;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Counts the changes of the row. */
    public int version() {
        return version;
    }

    /** Changes what it is and does; texts but the name may be null. */
    public void describe(
            String newName,
            Kind newKind,
            boolean newSends,
            boolean newReceives,
            Channel newChannel,
            String newCallback,
            String newDescription,
            String newContact) {
        name = newName;
        kind = newKind;
        sends = newSends;
        receives = newReceives;
        channel = newChannel;
        callback = newCallback;
        description = newDescription;
        contact = newContact;
    }

    public State state() {
        return state;
    }

    /** Moves the application to another state. */
    public void state(State newState) {
        state = newState;
    }
}
