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

    /** How an agency came to be closed: nhập, tách, giải thể; or the reorganisation that created it was undone. */
    public enum Ending {
        MERGED,
        SPLIT,
        DISSOLVED,
        UNDONE
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

    @Column(name = "short_name")
    private String shortName;

    private String address;

    private String email;

    private String telephone;

    private String website;

    private String contact;

    private String area;

    @Column(name = "zone_id")
    private UUID zoneId;

    private Instant since;

    @Column(name = "change_id")
    private UUID changeId;

    @Enumerated(EnumType.STRING)
    private Ending ended;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Agency() {}

    /**
     * A new active agency.
     *
     * @param code as QCVN 102:2016 writes it; the other form where the old one cannot express it
     * @param kind may be null
     * @param parentId null at the top
     * @param since from when it exists
     */
    public Agency(
            AgencyCode code,
            AgencyCode codeQd20,
            String name,
            String kind,
            UUID parentId,
            boolean sample,
            Instant since,
            Instant now) {
        this.id = Ids.next();
        this.sample = sample;
        this.createdAt = now;
        this.state = State.ACTIVE;
        this.since = since;
        coded(code, codeQd20);
        named(name, null);
        this.kind = kind;
        this.parentId = parentId;
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

    /** What it is called for short; may be null. */
    public String shortName() {
        return shortName;
    }

    /** Where it is; may be null. */
    public String address() {
        return address;
    }

    public String email() {
        return email;
    }

    public String telephone() {
        return telephone;
    }

    public String website() {
        return website;
    }

    /** Whom to ask (người liên hệ, đầu mối); may be null. */
    public String contact() {
        return contact;
    }

    /** Địa bàn; may be null. */
    public String area() {
        return area;
    }

    /** The zone it is reached in; null: the zone of the agency above. */
    public UUID zoneId() {
        return zoneId;
    }

    /** From when what stands here has been so. */
    public Instant since() {
        return since;
    }

    /** The reorganisation that made it so; null for an ordinary edit. */
    public UUID changeId() {
        return changeId;
    }

    /** How it ended; null while it has not. */
    public Ending ended() {
        return ended;
    }

    /** Counts the changes of the row, for edits that must not overwrite each other. */
    public int version() {
        return version;
    }

    /**
     * Begins a new chapter: what is set after this has been so since then. The database keeps what was before.
     *
     * @param from not before {@link #since}
     * @param change the reorganisation; null for an ordinary edit
     */
    public void from(Instant from, UUID change) {
        if (from.isBefore(since)) {
            throw new IllegalArgumentException("the past of an agency is not changed");
        }
        since = from;
        changeId = change;
    }

    /** Changes the code in use. */
    public final void coded(AgencyCode newCode, AgencyCode newCodeQd20) {
        code = newCode.value();
        codeQd20 = newCodeQd20.value();
        level = (short) newCodeQd20.level();
    }

    /** Renames it; the short name may be null. */
    public final void named(String newName, String newShortName) {
        name = newName;
        shortName = newShortName;
        searchName = SearchText.fold(newShortName == null ? newName : newName + " " + newShortName);
    }

    /** Moves it below another agency; null for the top. */
    public void parent(UUID newParentId) {
        parentId = newParentId;
    }

    /** Changes what sort of agency it is; may be null. */
    public void kind(String newKind) {
        kind = newKind;
    }

    /** Changes where it is and how people reach it; each may be null. */
    public void reached(
            String newAddress,
            String newEmail,
            String newTelephone,
            String newWebsite,
            String newContact,
            String newArea,
            UUID newZoneId) {
        address = newAddress;
        email = newEmail;
        telephone = newTelephone;
        website = newWebsite;
        contact = newContact;
        area = newArea;
        zoneId = newZoneId;
    }

    /** Closes it for good. */
    public void end(Ending ending) {
        state = State.CLOSED;
        ended = ending;
    }

    /** Opens it again after its end was undone. */
    public void revive() {
        state = State.ACTIVE;
        ended = null;
    }

    /** Locks or re-opens the agency; {@link #end} closes it. */
    public void state(State newState) {
        state = newState;
    }
}
