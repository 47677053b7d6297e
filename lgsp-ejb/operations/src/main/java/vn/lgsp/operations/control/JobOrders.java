package vn.lgsp.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.operations.boundary.JobOrder;

/** Takes orders of jobs and stops jobs. */
@ApplicationScoped
public class JobOrders {
    private static final int MAX_RUNNING = 10;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private JobHandlers handlers;

    @Inject
    private JobRows rows;

    @Inject
    private Event<JobSubmitted> submitted;

    /** Stores an order, or answers the job that it was already. */
    public UUID take(Staff staff, JobOrder order) {
        NewJob job = new NewJob(order, handlers.kinds());
        Optional<UUID> id = rows.insert(staff, job);
        if (id.isEmpty()) {
            return rows.ordered(staff, job);
        }
        if (rows.running(staff) > MAX_RUNNING) {
            throw new LgspException(ErrorCode.TOO_MANY_JOBS, MAX_RUNNING);
        }
        submitted.fire(new JobSubmitted(id.get()));
        return id.get();
    }

    /** Stops a running job: what waits is not done any more, what is being done is awaited. A job that ended stays as it is. */
    public void cancel(UUID jobId) {
        int stopped = em.createNativeQuery(
                        "update job set state = 'CANCELLED', ended_at = now() where id = :job and state = 'RUNNING'")
                .setParameter("job", jobId)
                .executeUpdate();
        if (stopped == 1) {
            em.createNativeQuery(
                            """
                            update job_item set outcome = 'CANCELLED', at = now()
                            where job_id = :job and outcome = 'WAITING'
                            """)
                    .setParameter("job", jobId)
                    .executeUpdate();
            count(em, jobId);
        }
    }

    /** Writes the figures of a job that has ended into its row, so that nobody has to count its items again. */
    static void count(EntityManager em, UUID jobId) {
        em.createNativeQuery(
                        """
                        update job set (done, refused, failed, cancelled) = (
                            select count(*) filter (where outcome = 'DONE'), count(*) filter (where outcome = 'REFUSED'),
                                count(*) filter (where outcome = 'FAILED'), count(*) filter (where outcome = 'CANCELLED')
                            from job_item where job_id = :job)
                        where id = :job
                        """)
                .setParameter("job", jobId)
                .executeUpdate();
    }
}
