package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.AccessRight;
import vn.lgsp.model.registry.AccessRightState;
import vn.lgsp.registry.control.AccessMatrix;
import vn.lgsp.registry.control.Fields;
import vn.lgsp.registry.control.RightInputCheck;
import vn.lgsp.registry.control.RightStore;

/**
 * Access rights as people ask for them (Điều 7.1a, 10.2): requested at either end, decided on by somebody else who approves for the
 * destination, withdrawn by either end with effect on the next request.
 */
@Stateless
public class AccessRequests {
    /** How many agencies a matrix may have. */
    public static final int MOST_IN_MATRIX = 12;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @Inject
    private RightStore store;

    @Inject
    private RightInputCheck check;

    @Inject
    private AccessMatrix matrix;

    /** Lists rights with an end that the person may see, newest first. */
    public List<AccessRightView> list(Staff staff, AccessRightFilter filter) {
        scope.require(staff, Right.ACCESS_READ);
        return store.list(scope.everywhere(staff, Right.ACCESS_READ), staff.agenciesOf(Right.ACCESS_READ), filter);
    }

    /** @throws LgspException NOT_FOUND, also where the person may see neither end */
    public AccessRightView find(Staff staff, UUID id) {
        scope.require(staff, Right.ACCESS_READ);
        AccessRightView found = view(id);
        if (!eitherEnd(staff, Right.ACCESS_READ, found) && !member(staff, found)) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return found;
    }

    /** The newest rights of whatever state that have this group as one of their ends, as far as the person may see them. */
    public List<AccessRightView> ofGroup(Staff staff, UUID groupId, int limit) {
        scope.require(staff, Right.ACCESS_READ);
        List<UUID> ids = em.createQuery(
                        """
                        select r.id from AccessRight r where r.sourceGroupId = :group or r.destinationGroupId = :group order by r.id desc
                        """,
                        UUID.class)
                .setParameter("group", groupId)
                .setMaxResults(limit)
                .getResultList();
        return store.views(ids).stream()
                .filter(right -> eitherEnd(staff, Right.ACCESS_READ, right) || member(staff, right))
                .toList();
    }

    private boolean member(Staff staff, AccessRightView right) {
        List<UUID> agencies = em.createQuery(
                        "select m from AgencyGroup g join g.members m where g.id in (:source, :destination)",
                        UUID.class)
                .setParameter("source", right.source().id())
                .setParameter("destination", right.destination().id())
                .getResultList();
        return agencies.stream().anyMatch(agency -> scope.reaches(staff, Right.ACCESS_READ, agency));
    }

    /**
     * Asks for a right.
     *
     * @throws LgspException NOT_FOUND where the person may request for neither end; REQUEST_INVALID with every field at fault
     */
    public AccessRightView request(Staff staff, NewAccessRight input) {
        scope.require(staff, Right.ACCESS_REQUEST);
        Instant now = Instant.now();
        AccessRight right = check.check(input, staff, now);
        var parties = store.parties(Set.of(right.source(), right.destination()));
        boolean own = scope.reaches(
                        staff, Right.ACCESS_REQUEST, parties.get(right.source()).agencyId())
                || scope.reaches(
                        staff,
                        Right.ACCESS_REQUEST,
                        parties.get(right.destination()).agencyId());
        if (!own) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        em.persist(right);
        em.flush();
        return view(right.id());
    }

    /**
     * Approves what somebody else asked for; in force from then on, or from the day that was asked for.
     *
     * @throws LgspException OWN_REQUEST; ACCESS_RIGHT_STATE when it was decided on before; EDIT_CONFLICT
     */
    public AccessRightView approve(Staff staff, UUID id, Integer seen, String reason) {
        String why = reason == null || reason.isBlank() ? null : Fields.reason(reason);
        return decide(staff, id, seen, AccessRightState.APPROVED, why);
    }

    /** Refuses what somebody else asked for, with a reason. */
    public AccessRightView refuse(Staff staff, UUID id, Integer seen, String reason) {
        return decide(staff, id, seen, AccessRightState.REFUSED, reason);
    }

    private AccessRightView decide(Staff staff, UUID id, Integer seen, AccessRightState decision, String reason) {
        scope.require(staff, Right.ACCESS_APPROVE);
        AccessRight right = store.lock(id);
        scope.require(staff, Right.ACCESS_APPROVE, view(id).destination().agencyId());
        String why = decision == AccessRightState.REFUSED ? Fields.reason(reason) : reason;
        if (staff.accountId().equals(right.requestedBy())) {
            throw new LgspException(ErrorCode.OWN_REQUEST);
        }
        requireStep(right, seen, decision);
        right.decide(decision, staff.accountId(), why, Instant.now());
        em.flush();
        return view(id);
    }

    /**
     * Ends a right, by either end: the next request finds it gone, on every node.
     *
     * @throws LgspException ACCESS_RIGHT_STATE when it is not in force; EDIT_CONFLICT; REQUEST_INVALID without a reason
     */
    public AccessRightView withdraw(Staff staff, UUID id, Integer seen, String reason) {
        scope.require(staff, Right.ACCESS_WITHDRAW);
        AccessRight right = store.lock(id);
        if (!eitherEnd(staff, Right.ACCESS_WITHDRAW, view(id))) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        String why = Fields.reason(reason);
        requireStep(right, seen, AccessRightState.WITHDRAWN);
        right.withdraw(staff.accountId(), why, Instant.now());
        em.flush();
        return view(id);
    }

    /** What the person may do with a right: offered by pages, decided again when it is done. */
    public record Choices(boolean decide, boolean withdraw, boolean own) {}

    /** @return what may be done; {@code own} when somebody else has to decide because the person asked */
    public Choices choices(Staff staff, UUID id) {
        AccessRightView right = find(staff, id);
        boolean own = staff.username().equals(right.requestedBy());
        boolean decides = right.state().mayBecome(AccessRightState.APPROVED)
                && scope.reaches(
                        staff, Right.ACCESS_APPROVE, right.destination().agencyId());
        boolean withdraws =
                right.state().mayBecome(AccessRightState.WITHDRAWN) && eitherEnd(staff, Right.ACCESS_WITHDRAW, right);
        return new Choices(decides && !own, withdraws, own);
    }

    /** One cell of the matrix; of pairs without any right there is none. */
    public record Cell(UUID sourceId, UUID destinationId, boolean allowed, boolean waiting) {}

    /**
     * Which of these agencies may send to which: a right in force of any application, or one that waits.
     *
     * @param agencies at most {@value #MOST_IN_MATRIX}
     * @param dataType null for any
     */
    public List<Cell> matrix(Staff staff, List<UUID> agencies, String dataType) {
        scope.require(staff, Right.ACCESS_READ);
        List<UUID> few = agencies.subList(0, Math.min(agencies.size(), MOST_IN_MATRIX));
        Set<UUID> seen = few.stream()
                .filter(agency -> scope.reaches(staff, Right.ACCESS_READ, agency))
                .collect(java.util.stream.Collectors.toSet());
        return matrix.cells(few, dataType).stream()
                .filter(cell -> seen.contains(cell.sourceId()) || seen.contains(cell.destinationId()))
                .toList();
    }

    private AccessRightView view(UUID id) {
        return id == null
                ? null
                : store.views(List.of(id)).stream()
                        .findFirst()
                        .orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    private boolean eitherEnd(Staff staff, Right what, AccessRightView right) {
        return scope.reaches(staff, what, right.source().agencyId())
                || scope.reaches(staff, what, right.destination().agencyId());
    }

    private static void requireStep(AccessRight right, Integer seen, AccessRightState to) {
        if (!right.state().mayBecome(to)) {
            throw new LgspException(ErrorCode.ACCESS_RIGHT_STATE, right.state().ordinal());
        }
        if (seen != null && seen != right.version()) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
    }
}
