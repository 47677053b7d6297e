package vn.lgsp.registry.boundary;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** Which agencies' packets and figures a person may see: the subtrees in which a reading role was granted (Điều 12.1). */
@ApplicationScoped
public class Scope {
    private static final Role[] READERS = Right.PACKETS_READ.roles().toArray(Role[]::new);

    @EJB
    private Directory directory;

    /** The agencies in reach; {@code everything} when a grant stands at the top of the tree. */
    public record Agencies(boolean everything, Set<UUID> ids) {}

    /**
     * Collects the subtrees of all roles that read packets.
     *
     * @throws LgspException FORBIDDEN for somebody who holds none of them
     */
    public Agencies readable(Staff staff) {
        if (!staff.holds(READERS)) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
        return of(staff, READERS);
    }

    /**
     * Requires that the person has a right in this agency: in it or in one above it.
     *
     * @throws LgspException FORBIDDEN for somebody who has the right nowhere; NOT_FOUND where it does not reach
     */
    public void require(Staff staff, Right right, UUID agencyId) {
        require(staff, right);
        if (!reaches(staff, right, agencyId)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    /**
     * Requires that the person has a right for something that an agency owns, or the whole platform.
     *
     * @param ownerId null for the platform
     * @throws LgspException FORBIDDEN for somebody who has the right nowhere, or not for the whole platform; NOT_FOUND where it does not reach
     */
    public void requireFor(Staff staff, Right right, UUID ownerId) {
        if (ownerId == null) {
            requireEverywhere(staff, right);
        } else {
            require(staff, right, ownerId);
        }
    }

    /** Says whether the person has a right for something that an agency owns, or the whole platform; as {@link #requireFor}. */
    public boolean has(Staff staff, Right right, UUID ownerId) {
        return staff.may(right) && (ownerId == null ? everywhere(staff, right) : reaches(staff, right, ownerId));
    }

    /**
     * Requires that the person has a right somewhere.
     *
     * @throws LgspException FORBIDDEN
     */
    public void require(Staff staff, Right right) {
        if (!staff.may(right)) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
    }

    /**
     * Requires that the person has a right for the whole platform: in an agency that has none above it.
     *
     * @throws LgspException FORBIDDEN
     */
    public void requireEverywhere(Staff staff, Right right) {
        require(staff, right);
        if (!everywhere(staff, right)) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
    }

    /** Says whether the person has a right for the whole platform. */
    public boolean everywhere(Staff staff, Right right) {
        return staff.agenciesOf(right).stream().anyMatch(root -> directory
                .byId(root)
                .filter(agency -> agency.parentCode() == null)
                .isPresent());
    }

    /** Says whether the person has a right in this agency: in it, in one above it, or for the whole platform. */
    public boolean reaches(Staff staff, Right right, UUID agencyId) {
        Set<UUID> roots = staff.agenciesOf(right);
        return roots.contains(agencyId)
                || directory.above(agencyId).stream().anyMatch(roots::contains)
                || everywhere(staff, right);
    }

    /** The agencies in which a person has a right; {@code everything} when a grant stands at the top of the tree. */
    public Agencies of(Staff staff, Right right) {
        return of(staff, right.roles().toArray(Role[]::new));
    }

    /** Collects the subtrees of all grants of these roles. */
    public Agencies of(Staff staff, Role... roles) {
        Set<UUID> ids = new HashSet<>();
        for (Staff.Grant grant : staff.grants()) {
            if (!List.of(roles).contains(grant.role())) {
                continue;
            }
            if (directory
                    .byId(grant.agencyId())
                    .filter(agency -> agency.parentCode() == null)
                    .isPresent()) {
                return new Agencies(true, Set.of());
            }
            ids.addAll(directory.subtree(grant.agencyId()));
        }
        return new Agencies(false, Set.copyOf(ids));
    }
}
