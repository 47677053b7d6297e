package vn.lgsp.operations.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.operations.control.JobHandlers;
import vn.lgsp.operations.control.JobOrders;
import vn.lgsp.operations.control.JobQueries;
import vn.lgsp.operations.control.Reach;

/**
 * Bulk acts in the background (tác vụ hàng loạt). Everybody may order one; whether its act is allowed is checked for each item, with the
 * rights that the person has when the item is done. Administrators, operators and auditors see the jobs of the agencies in their reach
 * beside their own; the first two may stop them.
 *
 * <p>An item is done exactly once as far as the database goes, and at least once beyond it: after a crash an item that was being done is
 * done again.
 */
@Stateless
public class Jobs {
    private static final Role[] WATCHERS = Right.JOBS_WATCH.roles().toArray(Role[]::new);
    private static final Role[] STOPPERS = Right.JOBS_STOP.roles().toArray(Role[]::new);
    private static final int MAX_PAGE = 200;

    @Inject
    private JobOrders orders;

    @Inject
    private JobQueries queries;

    @Inject
    private JobHandlers handlers;

    @Inject
    private Reach reach;

    /** The kinds of jobs that can be ordered, sorted. */
    public SortedSet<String> kinds() {
        return handlers.kinds();
    }

    /**
     * Orders a job; it starts as soon as this transaction is committed.
     *
     * @return the job; the one ordered before when the same order comes again
     * @throws LgspException REQUEST_INVALID; TOO_MANY_JOBS when ten of this person's run already; IDEMPOTENCY_KEY_REUSED when the token
     *     stood for another order
     */
    public UUID submit(Staff staff, JobOrder order) {
        return orders.take(staff, order);
    }

    /**
     * Lists jobs, newest first; one more than the limit when there are more.
     *
     * @param state null for all
     * @param ownOnly only those that the person ordered
     * @param before the last job of the page before; null for the first page
     * @param limit 1–200
     */
    public List<JobView> list(Staff staff, JobState state, boolean ownOnly, UUID before, int limit) {
        return queries.list(sight(staff), state, ownOnly, before, page(limit));
    }

    /** One job; NOT_FOUND when there is none in sight. */
    public JobView find(Staff staff, UUID jobId) {
        return queries.find(sight(staff), jobId).orElseThrow(() -> new LgspException(ErrorCode.NOT_FOUND));
    }

    /**
     * The items of a job in their order; one more than the limit when there are more.
     *
     * @param outcome null for all
     * @param after the position of the last item of the page before; 0 for the first page
     * @param limit 1–200
     * @throws LgspException NOT_FOUND
     */
    public List<JobItemView> items(Staff staff, UUID jobId, JobOutcome outcome, int after, int limit) {
        find(staff, jobId);
        return queries.items(jobId, outcome, after, page(limit));
    }

    /**
     * Stops a job. What was done stays done; a job that has ended stays as it is.
     *
     * @throws LgspException NOT_FOUND; FORBIDDEN for somebody who may only look
     */
    public void cancel(Staff staff, UUID jobId) {
        JobView job = find(staff, jobId);
        if (job.state() == JobState.RUNNING && !job.cancellable()) {
            throw new LgspException(ErrorCode.FORBIDDEN);
        }
        orders.cancel(jobId);
    }

    private JobQueries.Sight sight(Staff staff) {
        return new JobQueries.Sight(staff, reach.agencies(staff, WATCHERS), reach.agencies(staff, STOPPERS));
    }

    private static int page(int limit) {
        return Math.max(1, Math.min(limit, MAX_PAGE));
    }
}
