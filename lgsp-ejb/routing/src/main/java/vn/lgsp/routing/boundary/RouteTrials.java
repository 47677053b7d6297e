package vn.lgsp.routing.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.routing.control.Trying;

/** Thử định tuyến (Điều 5.7): what would become of a request, without anything of it being kept, not even a packet of a quota. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RouteTrials {
    @Inject
    private Scope scope;

    @EJB
    private Directory directory;

    @Inject
    private Trying trying;

    @Resource
    private SessionContext context;

    /**
     * Tries a request of the caller's own application by the rules in force.
     *
     * @param request nothing of it is checked yet
     * @param at when it would come; null for now
     * @throws LgspException KEY_SCOPE_MISSING; REQUEST_INVALID, DATA_TYPE_UNKNOWN when it cannot be tried
     */
    public RouteTrial simulate(Caller caller, PacketRequest request, Instant at) {
        caller.require(KeyScope.SEND);
        return tried(directory.application(caller.applicationId()).orElseThrow(), request, at, null);
    }

    /**
     * Tries a request of any application in the person's agencies.
     *
     * @param version number of the rules; null for those in force
     * @throws LgspException FORBIDDEN; NOT_FOUND for an application out of reach, or a version that does not exist; as above
     */
    public RouteTrial simulate(Staff staff, UUID applicationId, PacketRequest request, Instant at, Integer version) {
        scope.require(staff, Right.ROUTES_READ);
        ApplicationView source = directory
                .application(applicationId)
                .filter(found -> scope.reaches(staff, Right.ROUTES_READ, found.agencyId()))
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        return tried(source, request, at, version);
    }

    private RouteTrial tried(ApplicationView source, PacketRequest request, Instant at, Integer version) {
        try {
            return trying.out(source, request, at, version);
        } finally {
            // A trial takes packets off quotas as a request does: none of it is committed.
            context.setRollbackOnly();
        }
    }
}
