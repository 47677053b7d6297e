package vn.lgsp.authentication.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.registry.boundary.Directory;

/** Who may see and change the keys of an application. */
@ApplicationScoped
public class KeyRights {
    @EJB
    private Directory directory;

    /**
     * Requires that the person may handle the application's keys.
     *
     * @throws LgspException {@code not-found} when there is no such application, or none that concerns this person
     */
    public void require(Staff staff, UUID applicationId) {
        var application =
                directory.application(applicationId).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        if (staff.grants().stream()
                .noneMatch(grant -> allows(grant.role(), application.environment())
                        && directory.subtree(grant.agencyId()).contains(application.agencyId()))) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    private static boolean allows(Role role, Environment environment) {
        return (environment == Environment.TEST ? Right.KEYS_TEST : Right.KEYS_LIVE).heldBy(role);
    }
}
