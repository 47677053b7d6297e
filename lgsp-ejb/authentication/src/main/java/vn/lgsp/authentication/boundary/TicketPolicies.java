package vn.lgsp.authentication.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.control.TicketPolicyStore;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.authentication.TicketPolicy;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.registry.boundary.ServiceView;
import vn.lgsp.registry.boundary.Services;

/** What services ask of tickets, for the people who look after the services (chính sách truy xuất, Điều 10). */
@Stateless
public class TicketPolicies {
    private static final int SHORTEST = 30;
    private static final int LONGEST = 3_600;
    private static final int MOST_USES = 1_000_000;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private TicketPolicyStore store;

    @Inject
    private Scope scope;

    @EJB
    private Services services;

    @EJB
    private Directory directory;

    /**
     * The policy of a service.
     *
     * @throws LgspException FORBIDDEN, NOT_FOUND
     */
    public TicketPolicy find(Staff staff, UUID serviceId) {
        services.find(staff, serviceId);
        return store.of(serviceId);
    }

    /**
     * Changes the policy of a service; it counts for tickets that were issued before, but for their life and number of uses.
     *
     * @param seen the version that the change is based on; 0 where nothing was said yet
     * @param lifetimeSeconds 30–3,600; null for the platform's setting
     * @param useLimit 1–1,000,000; null for any number
     * @throws LgspException FORBIDDEN, NOT_FOUND, REQUEST_INVALID; EDIT_CONFLICT when it was changed since
     */
    public TicketPolicy change(
            Staff staff,
            UUID serviceId,
            int seen,
            Boolean requestProof,
            TicketPolicy.AnswerSignature answerSignature,
            Integer lifetimeSeconds,
            Integer useLimit) {
        scope.require(staff, Right.APPLICATIONS_CHANGE);
        ServiceView service = services.find(staff, serviceId);
        UUID agency = directory
                .application(service.applicationId())
                .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND))
                .agencyId();
        scope.require(staff, Right.APPLICATIONS_CHANGE, agency);
        check(requestProof, answerSignature, lifetimeSeconds, useLimit);
        TicketPolicy policy = store.of(serviceId);
        if (policy.version() != seen) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        policy.change(requestProof, answerSignature, lifetimeSeconds, useLimit);
        if (!em.contains(policy)) {
            em.persist(policy);
        }
        em.flush();
        return policy;
    }

    private static void check(
            Boolean requestProof, TicketPolicy.AnswerSignature signature, Integer lifetime, Integer useLimit) {
        List<FieldError> wrong = new ArrayList<>();
        if (requestProof == null) {
            wrong.add(new FieldError("requestProof", "required"));
        }
        if (signature == null) {
            wrong.add(new FieldError("answerSignature", "choice", "platform, secret"));
        }
        if (lifetime != null && (lifetime < SHORTEST || lifetime > LONGEST)) {
            wrong.add(new FieldError("lifetimeSeconds", "number", SHORTEST, LONGEST));
        }
        if (useLimit != null && (useLimit < 1 || useLimit > MOST_USES)) {
            wrong.add(new FieldError("useLimit", "number", 1, MOST_USES));
        }
        if (!wrong.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, wrong);
        }
    }
}
