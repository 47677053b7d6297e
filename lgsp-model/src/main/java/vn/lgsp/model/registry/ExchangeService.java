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

/** Something that an application offers to others (dịch vụ đích, Điều 10). */
@Entity
@Table(name = "service")
public class ExchangeService {

    /** Đang dùng, đã đóng. */
    public enum State {
        ACTIVE,
        CLOSED
    }

    @Id
    private UUID id;

    @Column(updatable = false)
    private String code;

    private String name;

    @Column(name = "application_id", updatable = false)
    private UUID applicationId;

    private String address;

    private String description;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected ExchangeService() {}

    /** A service in use; address and description may be null. */
    public ExchangeService(
            String code, String name, UUID applicationId, String address, String description, Instant now) {
        this.id = Ids.next();
        this.code = code;
        this.name = name;
        this.applicationId = applicationId;
        this.address = address;
        this.description = description;
        this.state = State.ACTIVE;
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

    public UUID applicationId() {
        return applicationId;
    }

    public String address() {
        return address;
    }

    public String description() {
        return description;
    }

    public State state() {
        return state;
    }

    public int version() {
        return version;
    }

    /** Changes what people call it. */
    public void rename(String newName) {
        name = newName;
    }

    /** Ends it: rights to its operations lead nowhere from then on. */
    public void close() {
        state = State.CLOSED;
    }
}
