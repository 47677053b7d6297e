package vn.lgsp.registry.control.reorganisation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.registry.Reorganisation;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.registry.boundary.ReorganisationImpact.Problem;

/** One request whose day has come, in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CarryOut {
    /** Whom the record names for what the platform does itself. */
    static final String PLATFORM = "lgsp";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Requests requests;

    @Inject
    private Carrying carrying;

    /** The requests whose day has come and that nobody is carrying out, in their order. */
    public List<UUID> due() {
        return ids("", null);
    }

    /** Carries a request out, or finds what stands against it; does nothing when somebody else does, or did. */
    public void one(UUID id) {
        if (ids("and id = :id", id).isEmpty()) {
            return;
        }
        List<Problem> problems = carrying.carryOut(requests.hold(id), requests.steps(id));
        if (problems.isEmpty()) {
            carrying.inherit(requests.hold(id));
            end(id, ReorganisationState.APPLIED, "APPLY", null);
        } else {
            end(id, ReorganisationState.FAILED, "FAIL", problems);
        }
    }

    /** Notes why a request could not be carried out, after its transaction was lost. */
    public void failed(UUID id, Problem problem) {
        if (!ids("and id = :id", id).isEmpty()) {
            end(id, ReorganisationState.FAILED, "FAIL", List.of(problem));
        }
    }

    @SuppressWarnings("unchecked")
    private List<UUID> ids(String which, UUID id) {
        Query query = em.createNativeQuery(
                """
                select id from reorganisation where state = 'APPROVED' and effective_at <= now() %s
                order by effective_at, id limit 100 for update skip locked
                """
                        .formatted(which),
                UUID.class);
        return (id == null ? query : query.setParameter("id", id)).getResultList();
    }

    private void end(UUID id, ReorganisationState state, String act, List<Problem> problems) {
        Reorganisation request = requests.hold(id);
        ReorganisationState from = request.state();
        request.become(state, null, Instant.now());
        requests.note(id, null, PLATFORM, act, from, state, null);
        requests.failed(id, problems);
    }
}
