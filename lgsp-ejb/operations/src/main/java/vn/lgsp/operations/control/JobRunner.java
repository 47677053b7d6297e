package vn.lgsp.operations.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lgsp.model.error.LgspException;

/**
 * Runs jobs on this node: a new one at once after its order was committed, and every five seconds whatever runs still, be it from another
 * node or from before a crash. A job is done item by item in order; several nodes share it, each taking the next free item. Nothing of a
 * job is kept in memory but its id.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedExecutorDefinition(name = "java:app/concurrent/lgsp-jobs", maxAsync = 4)
public class JobRunner {
    private static final Logger LOG = System.getLogger(JobRunner.class.getName());
    private static final int NONE = 0;

    private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    @Resource(lookup = "java:app/concurrent/lgsp-jobs")
    private ManagedExecutorService executor;

    @EJB
    private JobStep step;

    @EJB
    private JobRecords records;

    /** Public because the container calls it through the bean. */
    public void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobSubmitted job) {
        start(job.jobId());
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        records.running().forEach(this::start);
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    private void start(UUID jobId) {
        if (stopping || !atWork.add(jobId)) {
            return;
        }
        try {
            executor.execute(() -> run(jobId));
        } catch (RejectedExecutionException full) {
            // The timer comes again.
            atWork.remove(jobId);
        }
    }

    private void run(UUID jobId) {
        try {
            while (!stopping && item(jobId)) {
                // The next item.
            }
            records.endIfOver(jobId);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "job " + jobId + " pauses; it is taken up again", failed);
        } finally {
            atWork.remove(jobId);
        }
    }

    private boolean item(UUID jobId) {
        AtomicInteger position = new AtomicInteger(NONE);
        try {
            return step.next(jobId, position::set);
        } catch (LgspException refusal) {
            records.refused(jobId, position.get(), refusal);
        } catch (EJBException failure) {
            if (position.get() == NONE) {
                throw failure;
            }
            LOG.log(Level.WARNING, "item " + position + " of job " + jobId + " failed", failure);
            records.failed(jobId, position.get());
        }
        return true;
    }
}
