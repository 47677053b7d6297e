package vn.lgsp.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.operations.boundary.JobItemView;
import vn.lgsp.operations.boundary.JobOutcome;
import vn.lgsp.operations.boundary.JobState;
import vn.lgsp.operations.boundary.JobView;

/** Reads jobs for people. Only the items of a job that runs are counted; one that ended carries its figures. */
@ApplicationScoped
public class JobQueries {
    /** After every id; a parameter without a value has no type that PostgreSQL could compare with. */
    private static final UUID LAST = new UUID(-1, -1);

    private static final String ROW =
            """
            select j.id, j.kind, j.state, j.reason, a.full_name, j.account_id, j.agency_id, j.created_at, j.ended_at, j.total,
                coalesce(c.done, j.done), coalesce(c.refused, j.refused), coalesce(c.failed, j.failed),
                coalesce(c.cancelled, j.cancelled)
            from job j
            join account a on a.id = j.account_id
            left join lateral (
                select count(*) filter (where outcome = 'DONE') as done,
                    count(*) filter (where outcome = 'REFUSED') as refused,
                    count(*) filter (where outcome = 'FAILED') as failed,
                    count(*) filter (where outcome = 'CANCELLED') as cancelled
                from job_item where job_id = j.id) c on j.state = 'RUNNING'
            where (j.account_id = :account or j.agency_id in (:agencies))
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /**
     * Whose jobs a person sees: always the own ones.
     *
     * @param visible agencies whose jobs the person may see beside
     * @param stoppable agencies whose jobs the person may stop beside
     */
    public record Sight(Staff staff, Set<UUID> visible, Set<UUID> stoppable) {}

    /** Newest first, one row more when there are more. */
    public List<JobView> list(Sight sight, JobState state, boolean ownOnly, UUID before, int limit) {
        Query query = em.createNativeQuery(
                        ROW
                                + """
                                and (not :own or j.account_id = :account)
                                and (:state = '' or j.state = :state) and j.id < :before
                                order by j.id desc limit :limit
                                """)
                .setParameter("own", ownOnly)
                .setParameter("state", state == null ? "" : state.name())
                .setParameter("before", before == null ? LAST : before)
                .setParameter("limit", limit + 1);
        return views(query, sight);
    }

    /** One job in sight. */
    public Optional<JobView> find(Sight sight, UUID jobId) {
        Query query = em.createNativeQuery(ROW + " and j.id = :job").setParameter("job", jobId);
        return views(query, sight).stream().findFirst();
    }

    /** Items of a job in their order, one row more when there are more. */
    public List<JobItemView> items(UUID jobId, JobOutcome outcome, int after, int limit) {
        List<?> rows = em.createNativeQuery(
                        """
                        select position, item, outcome, error_code, detail_vi, detail_en, at from job_item
                        where job_id = :job and position > :after
                            and (:outcome = '' or outcome = :outcome)
                        order by position limit :limit
                        """)
                .setParameter("job", jobId)
                .setParameter("after", after)
                .setParameter("outcome", outcome == null ? "" : outcome.name())
                .setParameter("limit", limit + 1)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new JobItemView(
                        ((Number) row[0]).intValue(),
                        (String) row[1],
                        JobOutcome.valueOf((String) row[2]),
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (Instant) row[6]))
                .toList();
    }

    private static List<JobView> views(Query query, Sight sight) {
        // A list that is never empty: "in ()" is no SQL, and nobody's agency is the nil id.
        List<?> rows = query.setParameter("account", sight.staff().accountId())
                .setParameter("agencies", sight.visible().isEmpty() ? Set.of(new UUID(0, 0)) : sight.visible())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> view(row, sight))
                .toList();
    }

    private static JobView view(Object[] row, Sight sight) {
        JobState state = JobState.valueOf((String) row[2]);
        boolean own = row[5].equals(sight.staff().accountId());
        boolean may = own || sight.stoppable().contains(row[6]);
        return new JobView(
                (UUID) row[0],
                (String) row[1],
                state,
                (String) row[3],
                (String) row[4],
                own,
                may && state == JobState.RUNNING,
                (Instant) row[7],
                (Instant) row[8],
                number(row[9]),
                number(row[10]),
                number(row[11]),
                number(row[12]),
                number(row[13]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
