package vn.lgsp.routing.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.Caller;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.policy.ExchangePolicy;
import vn.lgsp.model.policy.PolicyTerms;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.registry.boundary.VersionSteps;
import vn.lgsp.routing.control.PlatformPolicy;
import vn.lgsp.routing.control.PolicyCheck;
import vn.lgsp.routing.control.PolicyShelf;
import vn.lgsp.routing.control.Schedule;

/**
 * Policies of exchange with a name (chính sách liên thông, Điều 8.3, 5.4): drafted by one person, published by another, then never changed but
 * followed by a next version. Reading asks for POLICIES_READ, drafting, retiring and assigning for POLICIES_CHANGE, publishing for
 * POLICIES_PUBLISH, the latter two in the whole province.
 */
@Stateless
public class Policies {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @EJB
    private Directory directory;

    @Inject
    private VersionSteps steps;

    @Inject
    private PolicyShelf shelf;

    @Inject
    private PlatformPolicy own;

    /** All versions by code, the newest of each first. */
    public List<PolicyView> list(Staff staff) {
        scope.require(staff, Right.POLICIES_READ);
        return shelf.views(shelf.all(false));
    }

    /** What a source may choose, by code; for keys that are for sending. */
    public List<PolicyView> published(Caller caller) {
        caller.require(KeyScope.SEND);
        return shelf.views(shelf.all(true));
    }

    /** @throws LgspException NOT_FOUND */
    public PolicyView find(Staff staff, UUID id) {
        scope.require(staff, Right.POLICIES_READ);
        return view(steps.find(ExchangePolicy.class, id));
    }

    /** What counts where neither source nor data type name a policy; settings of the platform. */
    public PolicyTerms platform(Staff staff) {
        scope.require(staff, Right.POLICIES_READ);
        return own.terms();
    }

    /** Which policy is for which data type, codes by codes; data types that are not named get the platform's own. */
    public Map<String, String> assignments(Staff staff) {
        scope.require(staff, Right.POLICIES_READ);
        return shelf.assignments();
    }

    /**
     * Drafts a policy, or the next version of one.
     *
     * @throws LgspException REQUEST_INVALID naming every field at fault; POLICY_STATE while there is a draft of this code
     */
    public PolicyView draft(Staff staff, PolicyDraft draft) {
        scope.requireEverywhere(staff, Right.POLICIES_CHANGE);
        PolicyCheck check = new PolicyCheck();
        PolicyCheck.Head head = check.head(draft);
        PolicyTerms terms = check.terms(draft.terms(), own.terms());
        check.check();
        return view(steps.begin(
                ExchangePolicy.class,
                head.code(),
                number -> new ExchangePolicy(
                        head.code(), number, head.nameVi(), head.nameEn(), terms, staff, VersionSteps.now())));
    }

    /**
     * Changes a draft; its code stays.
     *
     * @param seen the version of the row that was read
     * @throws LgspException NOT_FOUND; EDIT_CONFLICT; POLICY_STATE once it was published; REQUEST_INVALID naming every field at fault
     */
    public PolicyView change(Staff staff, UUID id, int seen, PolicyDraft draft) {
        scope.requireEverywhere(staff, Right.POLICIES_CHANGE);
        ExchangePolicy policy = lock(id, seen, VersionState.DRAFT);
        PolicyCheck check = new PolicyCheck();
        PolicyCheck.Head head =
                check.head(new PolicyDraft(policy.subject(), draft.nameVi(), draft.nameEn(), draft.terms()));
        PolicyTerms terms = check.terms(draft.terms(), own.terms());
        check.check();
        policy.change(head.nameVi(), head.nameEn(), terms, staff, VersionSteps.now());
        em.flush();
        return view(policy);
    }

    /**
     * Lets a draft count, in place of the version before.
     *
     * @throws LgspException NOT_FOUND; EDIT_CONFLICT; POLICY_STATE when it is no draft; OWN_REQUEST for whoever drafted it or changed it last
     */
    public PolicyView publish(Staff staff, UUID id, int seen) {
        scope.requireEverywhere(staff, Right.POLICIES_PUBLISH);
        ExchangePolicy policy = lock(id, seen, VersionState.DRAFT);
        steps.publish(policy, staff);
        return view(policy);
    }

    /**
     * Takes a policy out of use, or drops a draft. Packets that have it keep it.
     *
     * @throws LgspException NOT_FOUND; EDIT_CONFLICT; POLICY_STATE when it is out of use; POLICY_IN_USE while it is for data types
     */
    public PolicyView retire(Staff staff, UUID id, int seen) {
        scope.requireEverywhere(staff, Right.POLICIES_CHANGE);
        ExchangePolicy policy = lock(id, seen, VersionState.DRAFT, VersionState.PUBLISHED);
        steps.alone(ExchangePolicy.class, policy.subject());
        List<String> types = view(policy).dataTypes();
        if (!types.isEmpty()) {
            throw new LgspException(ErrorCode.POLICY_IN_USE, String.join(", ", types));
        }
        policy.become(VersionState.RETIRED, VersionSteps.now());
        em.flush();
        return view(policy);
    }

    /**
     * Says which policy is for the packets of a data type whose source chooses none.
     *
     * @param code of a published policy; null for the platform's own
     * @throws LgspException NOT_FOUND for the data type; REQUEST_INVALID naming {@code policy}
     */
    public void assign(Staff staff, String dataType, String code) {
        scope.requireEverywhere(staff, Right.POLICIES_CHANGE);
        directory.dataType(dataType).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
        if (code != null) {
            steps.alone(ExchangePolicy.class, code);
            if (shelf.published(code).isEmpty()) {
                PolicyCheck check = new PolicyCheck();
                check.add("policy", "no-such");
                check.check();
            }
        }
        shelf.assign(dataType, code, staff.accountId());
    }

    /** When a packet would be announced, complete at this time, that nobody takes; without jitter. */
    public PolicySchedule simulate(Staff staff, PolicyTerms terms, Importance importance, Instant complete) {
        scope.require(staff, Right.POLICIES_READ);
        return new Schedule(terms, importance).simulate(complete);
    }

    private ExchangePolicy lock(UUID id, int seen, VersionState... states) {
        return steps.lock(steps.find(ExchangePolicy.class, id), seen, states);
    }

    private PolicyView view(ExchangePolicy policy) {
        return shelf.views(List.of(policy)).get(0);
    }
}
