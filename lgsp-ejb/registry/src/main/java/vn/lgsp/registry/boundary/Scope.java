package vn.lgsp.registry.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    @Inject
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
