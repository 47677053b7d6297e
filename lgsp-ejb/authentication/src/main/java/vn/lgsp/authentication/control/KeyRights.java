package vn.lgsp.authentication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;

/** Who may see and change the keys of an application. */
@ApplicationScoped
public class KeyRights {
    @PersistenceContext
    private EntityManager database;

    /**
     * Requires that the person may handle the application's keys.
     *
     * @param application null when there is none
     * @throws LgspException {@code not-found} when there is none, or none that concerns this person
     */
    public void require(Staff staff, Application application) {
        if (application == null
                || staff.grants().stream()
                        .noneMatch(grant -> allows(grant.role(), application.environment())
                                && above(application.agencyId()).contains(grant.agencyId()))) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    private static boolean allows(Role role, Environment environment) {
        return role == Role.OPERATOR
                || role == Role.AGENCY
                || role == Role.DEVELOPER && environment == Environment.TEST;
    }

    /** The agency and all above it; at most four levels, so one look each. */
    private Set<UUID> above(UUID agencyId) {
        var found = new HashSet<UUID>();
        var next = agencyId;
        while (next != null && found.add(next)) {
            var agency = database.find(Agency.class, next);
            next = agency == null ? null : agency.parentId();
        }
        return found;
    }
}
