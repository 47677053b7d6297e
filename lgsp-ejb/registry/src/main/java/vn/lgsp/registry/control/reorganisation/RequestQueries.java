package vn.lgsp.registry.control.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.registry.boundary.LineageLink;
import vn.lgsp.registry.boundary.ReorganisationEvent;
import vn.lgsp.registry.boundary.ReorganisationFilter;
import vn.lgsp.registry.boundary.ReorganisationImpact.Change;
import vn.lgsp.registry.boundary.ReorganisationImpact.State;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Scope;

/** Reads requests with the names of people and agencies. */
@ApplicationScoped
public class RequestQueries {
    private static final String SELECT =
            """
            select r.id, r.number, r.title, r.state,
                (select string_agg(distinct s.act, ' ' order by s.act) from reorganisation_step s where s.reorganisation_id = r.id),
                r.agency_id, a.code, a.name, r.document, r.document_date, r.effective_at, r.alias_days, r.requested_by, q.full_name,
                c.full_name, p.full_name, r.created_at, r.submitted_at, r.applied_at, cast(r.failure as text), r.version
            from reorganisation r
            join agency a on a.id = r.agency_id
            join account q on q.id = r.requested_by
            left join account c on c.id = r.accepted_by
            left join account p on p.id = r.approved_by
            """;
    private static final String LIST =
            """
            where (:everything or r.agency_id in (:agencies))
                and (cast(:text as text) is null or fold_vietnamese(r.number || ' ' || r.title) like :text escape '!')
                and (cast(:state as text) is null or r.state = :state)
                and (cast(:act as text) is null or exists (
                    select from reorganisation_step s where s.reorganisation_id = r.id and s.act = :act))
                and (cast(:after as uuid) is null or r.id < :after)
            order by r.id desc
            """;
    private static final String LINEAGE =
            """
            with recursive around as (
                select id from identifier_code where agency_id = :agency
                union
                select case when s.code_id = b.id then s.successor_id else s.code_id end
                from around b join code_successor s on s.code_id = b.id or s.successor_id = b.id
            )
            select f.agency_id, coalesce(f.code_qd20, f.code_qcvn), coalesce(fv.name, fa.name), t.agency_id,
                coalesce(t.code_qd20, t.code_qcvn), coalesce(tv.name, ta.name),
                coalesce(f.valid_to, t.valid_from), case when f.agency_id = t.agency_id then 'RECODED' else coalesce(fa.ended, 'SPLIT') end,
                s.change_id, r.number
            from code_successor s
            join identifier_code f on f.id = s.code_id
            join identifier_code t on t.id = s.successor_id
            join agency fa on fa.id = f.agency_id
            join agency ta on ta.id = t.agency_id
            left join agency_version fv on fv.agency_id = f.agency_id and fv.until = coalesce(f.valid_to, t.valid_from)
            left join agency_version tv on tv.agency_id = t.agency_id and tv.since = coalesce(f.valid_to, t.valid_from)
            left join reorganisation r on r.id = s.change_id
            where s.code_id in (select id from around)
            order by 7, 2, 5
            limit 1000
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** The page asked for, and one row more when there are more. */
    public List<ReorganisationView> list(Scope.Agencies scope, ReorganisationFilter filter) {
        String text = filter.text() == null || filter.text().isBlank()
                ? null
                : "%" + literal(SearchText.fold(filter.text())) + "%";
        Query query = em.createNativeQuery(SELECT + LIST, Tuple.class)
                .setParameter("everything", scope.everything())
                .setParameter("agencies", scope.ids().isEmpty() ? List.of(new UUID(0, 0)) : scope.ids())
                .setParameter("text", text)
                .setParameter(
                        "state", filter.state() == null ? null : filter.state().name())
                .setParameter("act", filter.act() == null ? null : filter.act().name())
                .setParameter("after", filter.after())
                .setMaxResults(Math.max(1, Math.min(filter.limit(), 201)));
        return views(query);
    }

    /** One request. */
    public Optional<ReorganisationView> one(UUID id) {
        return views(em.createNativeQuery(SELECT + "where r.id = :id", Tuple.class)
                        .setParameter("id", id))
                .stream()
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<ReorganisationView> views(Query query) {
        em.flush();
        return ((List<Tuple>) query.getResultList())
                .stream().map(RequestQueries::view).toList();
    }

    private static ReorganisationView view(Tuple row) {
        ReorganisationState state = ReorganisationState.valueOf(row.get(3, String.class));
        Instant appliedAt = row.get(18, Instant.class);
        java.sql.Date documentDate = row.get(9, java.sql.Date.class);
        return new ReorganisationView(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                state,
                acts(row.get(4, String.class)),
                row.get(5, UUID.class),
                row.get(6, String.class),
                row.get(7, String.class),
                row.get(8, String.class),
                documentDate == null ? null : documentDate.toLocalDate(),
                row.get(10, Instant.class),
                row.get(11, Integer.class),
                row.get(12, UUID.class),
                row.get(13, String.class),
                row.get(14, String.class),
                row.get(15, String.class),
                row.get(16, Instant.class),
                row.get(17, Instant.class),
                appliedAt,
                state == ReorganisationState.APPLIED ? appliedAt.plus(Carrying.UNDO) : null,
                Requests.problems(row.get(19, String.class)),
                row.get(20, Integer.class));
    }

    private static List<ReorganisationAct> acts(String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(" "))
                        .map(ReorganisationAct::valueOf)
                        .toList();
    }

    /** What happened, oldest first. */
    @SuppressWarnings("unchecked")
    public List<ReorganisationEvent> events(UUID id) {
        List<Tuple> rows = em.createNativeQuery(
                        """
                        select e.id, e.at, coalesce(a.full_name, e.actor_name), e.act, e.from_state, e.to_state, e.note
                        from reorganisation_event e left join account a on a.id = e.actor_id
                        where e.reorganisation_id = :id order by e.id
                        """,
                        Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(row -> new ReorganisationEvent(
                        row.get(0, UUID.class),
                        row.get(1, Instant.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        state(row.get(4, String.class)),
                        state(row.get(5, String.class)),
                        row.get(6, String.class)))
                .toList();
    }

    private static ReorganisationState state(String name) {
        return name == null ? null : ReorganisationState.valueOf(name);
    }

    /** What it did, agency by agency. */
    @SuppressWarnings("unchecked")
    public List<Change> changes(UUID id) {
        List<Tuple> rows = em.createNativeQuery(
                        """
                        select e.subject_id, e.before ->> 'name', e.before ->> 'code_qd20', bp.name, e.after ->> 'name',
                            e.after ->> 'code_qd20', ap.name, e.after ->> 'state', e.after ->> 'ended', e.before ->> 'state',
                            (select string_agg(coalesce(n.code_qd20, n.code_qcvn) || ' ' || na.name, '\n' order by n.code_qd20)
                                from code_successor s join identifier_code f on f.id = s.code_id and f.agency_id = e.subject_id
                                join identifier_code n on n.id = s.successor_id join agency na on na.id = n.agency_id
                                where s.change_id = e.reorganisation_id)
                        from reorganisation_effect e
                        left join agency bp on bp.id = cast(e.before ->> 'parent_id' as uuid)
                        left join agency ap on ap.id = cast(e.after ->> 'parent_id' as uuid)
                        where e.reorganisation_id = :id and e.subject = 'AGENCY'
                        order by coalesce(e.before ->> 'code_qd20', e.after ->> 'code_qd20')
                        """,
                        Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(RequestQueries::change).toList();
    }

    private static Change change(Tuple row) {
        boolean existed = row.get(1, String.class) != null && !"CLOSED".equals(row.get(9, String.class));
        boolean goesOn = !"CLOSED".equals(row.get(7, String.class));
        String ended = row.get(8, String.class);
        String kind = existed ? goesOn ? "CHANGED" : ended : row.get(1, String.class) == null ? "CREATED" : "REVIVED";
        String successors = row.get(10, String.class);
        return new Change(
                row.get(0, UUID.class),
                kind,
                existed
                        ? new State(row.get(1, String.class), row.get(2, String.class), row.get(3, String.class))
                        : null,
                goesOn ? new State(row.get(4, String.class), row.get(5, String.class), row.get(6, String.class)) : null,
                successors == null ? List.of() : Arrays.asList(successors.split("\n")));
    }

    /** Back and forth over all generations. */
    @SuppressWarnings("unchecked")
    public List<LineageLink> lineage(UUID agencyId) {
        List<Tuple> rows = em.createNativeQuery(LINEAGE, Tuple.class)
                .setParameter("agency", agencyId)
                .getResultList();
        return rows.stream()
                .map(row -> new LineageLink(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, UUID.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        row.get(6, Instant.class),
                        row.get(7, String.class),
                        row.get(8, UUID.class),
                        row.get(9, String.class)))
                .toList();
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
