package vn.lgsp.authentication.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Scope;

/** Who may see and change the keys of an application. */
@ApplicationScoped
public class KeyRights {
    @EJB
    private Directory directory;

    @Inject
    private Scope scope;

    /**
     * Requires that the person may handle the application's keys.
     *
     * @throws LgspException {@code forbidden} for somebody who handles no keys of its environment; {@code not-found} when there is no such
     *     application, or none that concerns this person
     */
    public ApplicationView require(Staff staff, UUID applicationId) {
        requireSome(staff);
        var application = application(applicationId);
        scope.require(staff, Right.KEYS_READ, application.agencyId());
        scope.require(staff, right(application), application.agencyId());
        return application;
    }

    /**
     * Requires that the person handles keys at all; whoever may handle live keys may handle test keys as well.
     *
     * @throws LgspException {@code forbidden}
     */
    public void requireSome(Staff staff) {
        scope.require(staff, Right.KEYS_TEST);
    }

    /**
     * Requires that the person may see the application's keys.
     *
     * @throws LgspException {@code forbidden} for somebody who may see none; {@code not-found}
     */
    public ApplicationView requireSight(Staff staff, UUID applicationId) {
        scope.require(staff, Right.KEYS_READ);
        var application = application(applicationId);
        scope.require(staff, Right.KEYS_READ, application.agencyId());
        return application;
    }

    /** The agencies whose keys the person may see. */
    public Scope.Agencies sight(Staff staff) {
        scope.require(staff, Right.KEYS_READ);
        return scope.of(staff, Right.KEYS_READ);
    }

    /** Whether the person may handle the application's keys. */
    public boolean handles(Staff staff, UUID applicationId) {
        return directory
                .application(applicationId)
                .filter(application -> scope.reaches(staff, right(application), application.agencyId()))
                .isPresent();
    }

    private ApplicationView application(UUID id) {
        return directory.application(id).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private static Right right(ApplicationView application) {
        return application.environment() == Environment.TEST ? Right.KEYS_TEST : Right.KEYS_LIVE;
    }
}
