package vn.lgsp.authentication.control;

import java.util.UUID;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;

/**
 * The application that holds a key, and its agency.
 *
 * @param active whether both may work now
 */
public record Holder(
        UUID applicationId,
        String applicationCode,
        Environment environment,
        UUID agencyId,
        String agencyCode,
        boolean active) {

    static Holder of(Application application, Agency agency) {
        return new Holder(
                application.id(),
                application.code(),
                application.environment(),
                agency.id(),
                agency.code(),
                application.state() == Application.State.ACTIVE && agency.state() == Agency.State.ACTIVE);
    }
}
