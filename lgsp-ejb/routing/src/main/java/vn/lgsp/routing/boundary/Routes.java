package vn.lgsp.routing.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.route.RouteVersion;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.registry.boundary.VersionSteps;
import vn.lgsp.routing.control.RouteDrafts;
import vn.lgsp.routing.control.RouteStore;

/** The rules that find destinations (Điều 5.7): one list, in versions; who wrote a version does not publish it. */
@Stateless
public class Routes {
    private static final int MOST_NOTE = 500;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Scope scope;

    @Inject
    private VersionSteps steps;

    @Inject
    private RouteDrafts drafts;

    @Inject
    private RouteStore store;

    /**
     * The versions, newest first.
     *
     * @param before number of the last version of the page before; null for the first page
     * @throws LgspException FORBIDDEN
     */
    public List<RouteVersionView> versions(Staff staff, Integer before, int limit) {
        scope.require(staff, Right.ROUTES_READ);
        return store.versions(before, limit);
    }

    /** One version; NOT_FOUND when there is none of this number. */
    public RouteVersionView version(Staff staff, int number) {
        scope.require(staff, Right.ROUTES_READ);
        return store.view(store.find(number));
    }

    /** The version in force; empty when none was ever published. */
    public Optional<RouteVersionView> published(Staff staff) {
        scope.require(staff, Right.ROUTES_READ);
        return store.in(VersionState.PUBLISHED).map(store::view);
    }

    /** The draft; empty when there is none. */
    public Optional<RouteVersionView> draft(Staff staff) {
        scope.require(staff, Right.ROUTES_READ);
        return store.in(VersionState.DRAFT).map(store::view);
    }

    /**
     * Writes the draft, in place of what it said.
     *
     * @param rules in their order, at most 500
     * @param note why, at most 500 characters; may be null
     * @param seen the revision that was seen; null for none
     * @throws LgspException FORBIDDEN; EDIT_CONFLICT when somebody else has written meanwhile; REQUEST_INVALID
     */
    public RouteVersionView write(Staff staff, List<RouteRule> rules, String note, Integer seen) {
        scope.requireEverywhere(staff, Right.ROUTES_CHANGE);
        String why = note == null ? "" : note.strip();
        if (why.length() > MOST_NOTE) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("note", "length", 0, MOST_NOTE)));
        }
        drafts.require(rules);
        return store.view(store.write(rules, why, staff, seen));
    }

    /** Makes a draft of an earlier version's rules; EDIT_CONFLICT while there is a draft. */
    public RouteVersionView restore(Staff staff, int number) {
        scope.requireEverywhere(staff, Right.ROUTES_CHANGE);
        return store.view(store.begin(store.view(store.find(number)).rules(), "↺ " + number, staff));
    }

    /** Throws the draft away; NOT_FOUND without one. */
    public void discard(Staff staff, Integer seen) {
        scope.requireEverywhere(staff, Right.ROUTES_CHANGE);
        em.remove(draft(seen));
    }

    /**
     * Puts the draft into force.
     *
     * @throws LgspException FORBIDDEN; OWN_REQUEST for who wrote it last; NOT_FOUND without a draft; EDIT_CONFLICT
     */
    public RouteVersionView publish(Staff staff, Integer seen) {
        scope.requireEverywhere(staff, Right.ROUTES_PUBLISH);
        RouteVersion draft = draft(seen);
        steps.publish(draft, staff);
        return store.view(draft);
    }

    private RouteVersion draft(Integer seen) {
        return steps.lock(steps.found(store.in(VersionState.DRAFT)), seen, VersionState.DRAFT);
    }
}
