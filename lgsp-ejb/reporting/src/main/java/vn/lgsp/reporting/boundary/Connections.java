package vn.lgsp.reporting.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.reporting.control.ConnectionReader;

/** How the applications of a person's agencies are connected, and how far the agencies have come (Điều 5.9, 7.1a). */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Connections {
    private static final Role[] TECHNICAL = {Role.OPERATOR, Role.APPROVER, Role.AGENCY, Role.DEVELOPER, Role.AUDITOR};

    @Inject
    private Scope scope;

    @Inject
    private ConnectionReader reader;

    /**
     * Figures of the agencies whose packets the person may see.
     *
     * @throws LgspException FORBIDDEN for somebody who may see no packets at all
     */
    public ConnectionFigures figures(Staff staff) {
        Scope.Agencies readable = scope.readable(staff);
        return reader.figures(readable.everything() ? null : readable.ids());
    }

    /**
     * Applications that are not retired, those that are not connected first.
     *
     * @param limit 1–200
     * @throws LgspException FORBIDDEN for somebody who has to do with no applications
     */
    public List<ApplicationStatus> applications(Staff staff, int limit) {
        return reader.applications(technical(staff), limit);
    }

    /**
     * How far the agencies have come.
     *
     * @throws LgspException FORBIDDEN for somebody who has to do with no applications
     */
    public Onboarding onboarding(Staff staff) {
        return reader.onboarding(technical(staff));
    }

    private Set<UUID> technical(Staff staff) {
        if (!staff.holds(TECHNICAL)) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
        Scope.Agencies reach = scope.of(staff, TECHNICAL);
        return reach.everything() ? null : reach.ids();
    }
}
