package vn.lgsp.operations.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.registry.boundary.Directory;

/** How far the grants of a person reach (Điều 12.1). */
@ApplicationScoped
public class Reach {
    @EJB
    private Directory directory;

    /** The agencies in the subtrees of all grants of these roles; empty for somebody who holds none. */
    public Set<UUID> agencies(Staff staff, Role... roles) {
        Set<UUID> ids = new HashSet<>();
        for (Staff.Grant grant : staff.grants()) {
            if (List.of(roles).contains(grant.role())) {
                ids.addAll(directory.subtree(grant.agencyId()));
            }
        }
        return ids;
    }

    /** Says whether the person holds one of these roles for the whole platform: in an agency that has none above it. */
    public boolean everywhere(Staff staff, Role... roles) {
        return staff.grants().stream()
                .filter(grant -> List.of(roles).contains(grant.role()))
                .anyMatch(grant -> directory
                        .byId(grant.agencyId())
                        .filter(agency -> agency.parentCode() == null)
                        .isPresent());
    }
}
