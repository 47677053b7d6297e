package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.route.RouteVersion;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.boundary.VersionHead;
import vn.lgsp.registry.boundary.VersionSteps;
import vn.lgsp.routing.boundary.RouteRule;
import vn.lgsp.routing.boundary.RouteVersionView;

/** Keeps the versions of the rules. */
@ApplicationScoped
public class RouteStore {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private VersionSteps steps;

    /** @throws LgspException NOT_FOUND */
    public RouteVersion find(int number) {
        return steps.find(RouteVersion.class, RouteVersion.LIST, number);
    }

    /** The version in this state, of which there is one at most. */
    public Optional<RouteVersion> in(VersionState state) {
        return steps.in(RouteVersion.class, RouteVersion.LIST, state);
    }

    public List<RouteVersionView> versions(Integer before, int limit) {
        return em.createQuery(
                        "select v from RouteVersion v where :before is null or v.number < :before order by v.number desc",
                        RouteVersion.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultStream()
                .map(this::view)
                .toList();
    }

    /** Writes the draft, or begins one; EDIT_CONFLICT when it is not the edit that was seen. */
    public RouteVersion write(List<RouteRule> rules, String note, Staff staff, Integer seen) {
        steps.alone(RouteVersion.class, RouteVersion.LIST);
        Optional<RouteVersion> kept = in(VersionState.DRAFT);
        if (kept.isEmpty() || seen == null) {
            return begin(rules, note, staff);
        }
        RouteVersion draft = steps.lock(kept.get(), seen, VersionState.DRAFT);
        draft.edit(RouteJson.write(rules), note, staff, VersionSteps.now());
        em.flush();
        return draft;
    }

    /** Begins a draft; EDIT_CONFLICT while there is one. */
    public RouteVersion begin(List<RouteRule> rules, String note, Staff staff) {
        String json = RouteJson.write(rules);
        return steps.begin(
                RouteVersion.class,
                RouteVersion.LIST,
                number -> new RouteVersion(number, json, note, staff, VersionSteps.now()));
    }

    public RouteVersionView view(RouteVersion version) {
        return new RouteVersionView(VersionHead.of(version), RouteJson.read(version.rules()), version.note());
    }
}
