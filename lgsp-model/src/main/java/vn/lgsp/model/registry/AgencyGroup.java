package vn.lgsp.model.registry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Ids;

/** Agencies that rights are given to together (nhóm cơ quan). */
@Entity
@Table(name = "agency_group")
public class AgencyGroup {
    @Id
    private UUID id;

    @Column(updatable = false)
    private String code;

    private String name;

    @Column(name = "owner_id", updatable = false)
    private UUID ownerId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "agency_group_member", joinColumns = @JoinColumn(name = "group_id"))
    @Column(name = "agency_id")
    private Set<UUID> members = new HashSet<>();

    @Version
    private int version;

    protected AgencyGroup() {}

    /** A group without members. */
    public AgencyGroup(String code, String name, UUID ownerId, Instant now) {
        this.id = Ids.next();
        this.code = code;
        this.name = name;
        this.ownerId = ownerId;
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

    /** The agency that says who belongs to it. */
    public UUID ownerId() {
        return ownerId;
    }

    public Set<UUID> members() {
        return Set.copyOf(members);
    }

    public int version() {
        return version;
    }

    public void rename(String newName) {
        name = newName;
    }

    /** Takes an agency in; false when it was a member already. */
    public boolean add(UUID agencyId) {
        return members.add(agencyId);
    }

    /** Lets an agency go; false when it was none. */
    public boolean remove(UUID agencyId) {
        return members.remove(agencyId);
    }
}
