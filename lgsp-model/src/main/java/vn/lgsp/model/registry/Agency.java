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
import vn.lgsp.model.SearchText;

/** An agency or unit of the province (cơ quan, đơn vị) with its identifier code in both forms. */
@Entity
@Table(name = "agency")
public class Agency {

    /** Hoạt động, tạm khóa, đã đóng. */
    public enum State {
        ACTIVE,
        LOCKED,
        CLOSED
    }

    @Id
    private UUID id;

    private String code;

    @Column(name = "code_qd20")
    private String codeQd20;

    private String name;

    @Column(name = "search_name")
    private String searchName;

    private short level;

    private String kind;

    @Column(name = "parent_id")
    private UUID parentId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(updatable = false)
    private boolean sample;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Agency() {}

    /** A new active agency; {@code parentId} is null for the province itself, {@code kind} may be null. */
    public Agency(
            AgencyCode code,
            AgencyCode codeQd20,
            String name,
            String kind,
            UUID parentId,
            boolean sample,
            Instant now) {
        this.id = Ids.next();
        this.code = code.value();
        this.codeQd20 = codeQd20.value();
        this.name = name;
        this.searchName = SearchText.fold(name);
        this.level = (short) code.level();
        this.kind = kind;
        this.parentId = parentId;
        this.state = State.ACTIVE;
        this.sample = sample;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    /** The code in the form of QCVN 102:2016, 13 characters. */
    public String code() {
        return code;
    }

    /** The code in the form of QĐ 20/2020, up to 35 characters. */
    public String codeQd20() {
        return codeQd20;
    }

    public String name() {
        return name;
    }

    /** 1 for the province down to 4. */
    public int level() {
        return level;
    }

    /** What sort of agency it is, in Vietnamese; may be null. */
    public String kind() {
        return kind;
    }

    /** The agency above; null at the top. */
    public UUID parentId() {
        return parentId;
    }

    public State state() {
        return state;
    }

    /** Whether the code is constructed for demonstration (MẪU). */
    public boolean sample() {
        return sample;
    }

    /** Locks, re-opens or closes the agency. */
    public void state(State newState) {
        state = newState;
    }
}
