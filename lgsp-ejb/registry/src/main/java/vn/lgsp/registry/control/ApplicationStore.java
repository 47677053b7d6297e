package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.ApplicationEvidence;
import vn.lgsp.registry.boundary.ApplicationDetails;
import vn.lgsp.registry.boundary.ApplicationFilter;
import vn.lgsp.registry.boundary.ApplicationRow;

/** Finds applications, what they send and receive, and what they have shown to work. */
@ApplicationScoped
public class ApplicationStore {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String ROW =
            """
            select new vn.lgsp.registry.boundary.ApplicationRow(a.id, a.code, a.name, g.id, g.code, g.name, a.kind, a.environment,
                a.sends, a.receives, a.channel, a.state, a.sample, a.createdAt, a.version)
            from Application a join Agency g on g.id = a.agencyId
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    @Any
    private Instance<ApplicationEvidence> evidence;

    /** Lists applications within these subtrees in the order of their codes; {@code everything} for all subtrees. */
    public List<ApplicationRow> list(boolean everything, Set<UUID> roots, ApplicationFilter filter) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = em.createNativeQuery(
                        """
                        with recursive within as (
                            select id from agency where id in (:roots)
                            union
                            select a.id from agency a join within w on a.parent_id = w.id),
                        below as (
                            select id from agency where id = :agency
                            union
                            select a.id from agency a join below b on a.parent_id = b.id)
                        select a.id from application a
                        where (:everything or a.agency_id in (select id from within))
                            and (:agency = :nobody or a.agency_id in (select id from below))
                            and (:text = '' or fold_vietnamese(a.name) like :pattern escape '!' or a.code like :pattern escape '!')
                            and (:environment = '' or a.environment = :environment)
                            and (:state = '' or a.state = :state)
                            and (:kind = '' or a.kind = :kind)
                            and (:channel = '' or a.channel = :channel)
                            and (:side = '' or (:side = 'SOURCE' and a.sends) or (:side = 'DESTINATION' and a.receives))
                            and a.code > coalesce((select b.code from application b where b.id = :after), '')
                        order by a.code
                        """,
                        UUID.class)
                .setParameter("everything", everything)
                .setParameter("roots", roots.isEmpty() ? Set.of(NOBODY) : roots)
                .setParameter("agency", filter.agencyId() == null ? NOBODY : filter.agencyId())
                .setParameter("nobody", NOBODY)
                .setParameter("text", filter.text() == null ? "" : filter.text())
                .setParameter(
                        "pattern", "%" + literal(SearchText.fold(filter.text() == null ? "" : filter.text())) + "%")
                .setParameter("environment", name(filter.environment()))
                .setParameter("state", name(filter.state()))
                .setParameter("kind", name(filter.kind()))
                .setParameter("channel", name(filter.channel()))
                .setParameter("side", name(filter.side()))
                .setParameter("after", filter.after() == null ? NOBODY : filter.after())
                .setMaxResults(filter.limit())
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(ROW + "where a.id in :ids order by a.code", ApplicationRow.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The row of one application. */
    public Optional<ApplicationRow> row(UUID id) {
        return em.createQuery(ROW + "where a.id = :id", ApplicationRow.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The application, held against changes by others until the transaction ends. */
    public Application lock(UUID id) {
        Application found = id == null ? null : em.find(Application.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return found;
    }

    /** What it is, does, and has shown to work. */
    public ApplicationDetails details(Application application) {
        UUID id = application.id();
        Map<ApplicationEvidence.Check, Instant> seen = new EnumMap<>(ApplicationEvidence.Check.class);
        evidence.forEach(source -> seen.putAll(source.firstSeen(id)));
        Instant last = evidence.stream()
                .flatMap(source -> source.lastSeen(id).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<ApplicationDetails.CheckLine> checks = List.of(ApplicationEvidence.Check.values()).stream()
                .filter(check -> check.concerns(application.sends(), application.receives()))
                .map(check -> new ApplicationDetails.CheckLine(check, seen.get(check)))
                .toList();
        return new ApplicationDetails(
                row(id).orElseThrow(),
                application.callback(),
                application.description(),
                application.contact(),
                types(id, "SEND"),
                types(id, "RECEIVE"),
                application.registeredBy(),
                checks,
                last);
    }

    /** The types that it lists for a direction, in their order; empty for every type. */
    public Set<String> types(UUID id, String direction) {
        @SuppressWarnings("unchecked")
        List<String> found = em.createNativeQuery(
                        "select data_type from application_data_type where application_id = :id and direction = :direction")
                .setParameter("id", id)
                .setParameter("direction", direction)
                .getResultList();
        return new TreeSet<>(found);
    }

    /** Replaces the types of a direction. */
    public void types(UUID id, String direction, Set<String> wanted) {
        Set<String> known = types(id, direction);
        Set<String> gone = new HashSet<>(known);
        gone.removeAll(wanted);
        gone.forEach(type -> each(
                "delete from application_data_type where application_id = ?1 and direction = ?2 and data_type = ?3",
                id,
                direction,
                type));
        Set<String> fresh = new HashSet<>(wanted);
        fresh.removeAll(known);
        fresh.forEach(type -> each(
                "insert into application_data_type (application_id, direction, data_type) values (?1, ?2, ?3)",
                id,
                direction,
                type));
    }

    private void each(String sql, UUID id, String direction, String type) {
        em.createNativeQuery(sql)
                .setParameter(1, id)
                .setParameter(2, direction)
                .setParameter(3, type)
                .executeUpdate();
    }

    private static String name(Enum<?> constant) {
        return constant == null ? "" : constant.name();
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
