package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Application.State;
import vn.lgsp.model.registry.ApplicationEvent;
import vn.lgsp.model.registry.ApplicationEvent.Act;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.registry.control.ApplicationInputCheck;
import vn.lgsp.registry.control.ApplicationStore;
import vn.lgsp.registry.control.Fields;

/**
 * Applications from their registration to their end (Điều 4.1, 7.1a): registered, approved by somebody else, active, suspended for a while,
 * retired. Each step leaves a line of history. Every method asks for its right in the agency that the application belongs to.
 */
@Stateless
public class Applications {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9.-]{1,59}");

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @Inject
    private ApplicationStore store;

    @Inject
    private ApplicationInputCheck check;

    /** Lists what the person may see, in the order of codes. */
    public List<ApplicationRow> list(Staff staff, ApplicationFilter filter) {
        scope.require(staff, Right.APPLICATIONS_READ);
        return store.list(
                scope.everywhere(staff, Right.APPLICATIONS_READ), staff.agenciesOf(Right.APPLICATIONS_READ), filter);
    }

    /**
     * One application.
     *
     * @throws LgspException NOT_FOUND, also where the person may not look
     */
    public ApplicationDetails find(Staff staff, UUID id) {
        scope.require(staff, Right.APPLICATIONS_READ);
        Application found = id == null ? null : em.find(Application.class, id);
        if (found == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        scope.require(staff, Right.APPLICATIONS_READ, found.agencyId());
        return store.details(found);
    }

    /** What was done to it, newest first. */
    public List<HistoryLine> history(Staff staff, UUID id, int limit) {
        find(staff, id);
        return em.createQuery(
                        "select e from ApplicationEvent e where e.applicationId = :id order by e.id desc",
                        ApplicationEvent.class)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultStream()
                .map(HistoryLine::of)
                .toList();
    }

    /**
     * Registers an application; somebody else has to approve it.
     *
     * @param agencyId the agency it belongs to
     * @param code lower-case letters, digits, dots and dashes, 2–60 characters; unique for ever
     * @throws LgspException REQUEST_INVALID with every field at fault
     */
    public ApplicationDetails register(
            Staff staff, UUID agencyId, String code, Environment environment, ApplicationInput input) {
        scope.require(staff, Right.APPLICATIONS_CHANGE, agencyId);
        Fields fields = new Fields();
        String wanted = fields.code("code", code, CODE);
        fields.chosen("environment", environment);
        if (taken(wanted)) {
            fields.add("code", "taken");
        }
        if (em.find(Agency.class, agencyId).state() != Agency.State.ACTIVE) {
            fields.add("agency", "agency");
        }
        ApplicationInput clean = check.check(fields, input);
        Application application =
                new Application(wanted, clean.name(), agencyId, environment, clean.receives(), false, Instant.now());
        application.registeredBy(staff.accountId());
        describe(application, clean);
        em.persist(application);
        em.flush();
        store.types(application.id(), "SEND", clean.sendTypes());
        store.types(application.id(), "RECEIVE", clean.receiveTypes());
        note(staff, application, Act.REGISTERED, null, State.REGISTERED, null);
        return store.details(application);
    }

    private boolean taken(String code) {
        return !em.createQuery("select 1 from Application a where a.code = :code", Integer.class)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }

    /**
     * Changes what people say about it; its code, agency and environment stay.
     *
     * @param seen the version that was looked at
     * @throws LgspException EDIT_CONFLICT when it was changed since; APPLICATION_STATE when it is retired
     */
    public ApplicationDetails change(Staff staff, UUID id, int seen, ApplicationInput input) {
        Application application = lock(staff, id, Right.APPLICATIONS_CHANGE, seen);
        if (application.state().isFinal()) {
            throw refused(application);
        }
        Fields fields = new Fields();
        ApplicationInput clean = check.check(fields, input);
        describe(application, clean);
        store.types(id, "SEND", clean.sendTypes());
        store.types(id, "RECEIVE", clean.receiveTypes());
        note(staff, application, Act.CHANGED, null, null, null);
        return written(application);
    }

    /**
     * Approves what somebody else registered.
     *
     * @throws LgspException OWN_REQUEST; APPLICATION_STATE; EDIT_CONFLICT
     */
    public ApplicationDetails approve(Staff staff, UUID id, Integer seen) {
        Application application = lock(staff, id, Right.APPLICATIONS_APPROVE, seen);
        if (staff.accountId().equals(application.registeredBy())) {
            throw new LgspException(ErrorCode.OWN_REQUEST);
        }
        return step(staff, application, Set.of(State.REGISTERED), State.APPROVED, Act.APPROVED, null);
    }

    /** Lets an approved application begin to work. */
    public ApplicationDetails activate(Staff staff, UUID id, Integer seen) {
        Application application = lock(staff, id, Right.APPLICATIONS_CHANGE, seen);
        return step(staff, application, Set.of(State.APPROVED), State.ACTIVE, Act.ACTIVATED, null);
    }

    /** Stops an application for a while: it can neither connect nor receive. */
    public ApplicationDetails suspend(Staff staff, UUID id, Integer seen, String reason) {
        Application application = lock(staff, id, Right.APPLICATIONS_CHANGE, seen);
        String why = Fields.reason(reason);
        return step(staff, application, Set.of(State.ACTIVE), State.SUSPENDED, Act.SUSPENDED, why);
    }

    /**
     * Lets a suspended application work again.
     *
     * @throws LgspException FORBIDDEN where somebody above suspended it: an agency does not lift what was laid on it
     */
    public ApplicationDetails resume(Staff staff, UUID id, Integer seen, String reason) {
        Application application = lock(staff, id, Right.APPLICATIONS_CHANGE, seen);
        if (!mayLift(staff, id)) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
        String why = Fields.reason(reason);
        return step(staff, application, Set.of(State.SUSPENDED), State.ACTIVE, Act.RESUMED, why);
    }

    /** Says whether the person may let the application work again; decided once more when it is done. */
    public boolean mayResume(Staff staff, UUID id) {
        ApplicationDetails found = find(staff, id);
        return found.state() == State.SUSPENDED
                && scope.reaches(staff, Right.APPLICATIONS_CHANGE, found.row().agencyId())
                && mayLift(staff, id);
    }

    /** Whether whoever suspended it last works where this person's right reaches; true where that is not known any more. */
    private boolean mayLift(Staff staff, UUID id) {
        return em.createQuery(
                        """
                        select a.agencyId from ApplicationEvent e join Account a on a.id = e.actorId
                        where e.applicationId = :id and e.act = :suspended order by e.id desc
                        """,
                        UUID.class)
                .setParameter("id", id)
                .setParameter("suspended", Act.SUSPENDED)
                .setMaxResults(1)
                .getResultStream()
                .allMatch(agency -> scope.reaches(staff, Right.APPLICATIONS_CHANGE, agency));
    }

    /** Ends an application for good; its history stays. */
    public ApplicationDetails retire(Staff staff, UUID id, Integer seen, String reason) {
        Application application = lock(staff, id, Right.APPLICATIONS_CHANGE, seen);
        String why = Fields.reason(reason);
        return step(staff, application, Set.of(State.values()), State.RETIRED, Act.RETIRED, why);
    }

    private Application lock(Staff staff, UUID id, Right right, Integer seen) {
        scope.require(staff, right);
        Application application = store.lock(id);
        scope.require(staff, right, application.agencyId());
        if (seen != null && seen != application.version()) {
            throw new LgspException(ErrorCode.EDIT_CONFLICT);
        }
        return application;
    }

    private ApplicationDetails step(
            Staff staff, Application application, Set<State> from, State to, Act act, String reason) {
        State before = application.state();
        if (!from.contains(before) || !before.mayBecome(to)) {
            throw refused(application);
        }
        application.state(to);
        note(staff, application, act, before, to, reason);
        return written(application);
    }

    private ApplicationDetails written(Application application) {
        em.flush();
        return store.details(application);
    }

    private static LgspException refused(Application application) {
        return new LgspException(
                ErrorCode.APPLICATION_STATE,
                application.code(),
                application.state().ordinal());
    }

    private static void describe(Application application, ApplicationInput clean) {
        application.describe(
                clean.name(),
                clean.kind(),
                clean.sends(),
                clean.receives(),
                clean.channel(),
                clean.callback(),
                clean.description(),
                clean.contact());
    }

    private void note(Staff staff, Application application, Act act, State from, State to, String reason) {
        em.persist(new ApplicationEvent(application.id(), staff, act, from, to, reason));
    }
}
