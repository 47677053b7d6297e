package vn.lgsp.registry.boundary;

import java.util.UUID;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;

/**
 * An application with the agency it belongs to.
 *
 * @param usable both the application and its agency are active
 */
public record ApplicationView(
        UUID id,
        String code,
        String name,
        UUID agencyId,
        String agencyCode,
        String agencyName,
        Environment environment,
        boolean usable) {

    static ApplicationView of(Application application, Agency agency) {
        return new ApplicationView(
                application.id(),
                application.code(),
                application.name(),
                agency.id(),
                agency.code(),
                agency.name(),
                application.environment(),
                application.state() == Application.State.ACTIVE && agency.state() == Agency.State.ACTIVE);
    }
}
