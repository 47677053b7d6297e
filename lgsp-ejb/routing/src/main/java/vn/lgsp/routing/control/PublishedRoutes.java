package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.route.RouteVersion;
import vn.lgsp.model.version.VersionState;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.VersionSteps;
import vn.lgsp.routing.boundary.RouteRule;

/** The rules in force, at hand on each node; whoever needs them asks for the number of the version first. */
@ApplicationScoped
public class PublishedRoutes {
    /** What codes of agencies in rules mean may change by reorganisations. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @EJB
    private Directory directory;

    @Inject
    private VersionSteps steps;

    private volatile Rules kept = new Rules(0, List.of(), Map.of(), Instant.MIN);

    /** Rules with what the codes of sources in them mean; version 0 has none. */
    record Rules(int version, List<RouteRule> list, Map<String, UUID> agencies, Instant since) {}

    /** The rules in force. */
    Rules current() {
        List<Integer> numbers = em.createQuery(
                        "select v.number from RouteVersion v where v.state = :published", Integer.class)
                .setParameter("published", VersionState.PUBLISHED)
                .getResultList();
        int number = numbers.isEmpty() ? 0 : numbers.get(0);
        Rules known = kept;
        if (known.version() != number || known.since().plus(KEPT).isBefore(Instant.now())) {
            known = number == 0
                    ? new Rules(0, List.of(), Map.of(), Instant.now())
                    : of(steps.find(RouteVersion.class, RouteVersion.LIST, number));
            kept = known;
        }
        return known;
    }

    /** The rules of any version. */
    Rules of(RouteVersion version) {
        List<RouteRule> list = RouteJson.read(version.rules());
        Map<String, UUID> agencies = new HashMap<>();
        list.stream()
                .map(rule -> rule.when().source())
                .filter(code -> code != null)
                .distinct()
                .forEach(code -> directory
                        .resolve(code)
                        .ifPresent(found -> agencies.put(code, found.agency().id())));
        return new Rules(version.number(), list, Map.copyOf(agencies), Instant.now());
    }
}
