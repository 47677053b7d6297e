package vn.lgsp.model.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** One thing that a service does (thao tác của dịch vụ); rights are given for it. */
@Entity
@Table(name = "service_operation")
public class ServiceOperation {
    @Id
    private UUID id;

    @Column(name = "service_id", updatable = false)
    private UUID serviceId;

    @Column(updatable = false)
    private String code;

    private String name;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected ServiceOperation() {}

    public ServiceOperation(UUID serviceId, String code, String name) {
        this.id = Ids.next();
        this.serviceId = serviceId;
        this.code = code;
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public UUID serviceId() {
        return serviceId;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** Changes what people call it. */
    public void rename(String newName) {
        name = newName;
    }

    /** Ends it: rights to it lead nowhere from then on. */
    public void withdraw(Instant now) {
        withdrawnAt = now;
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }
}
