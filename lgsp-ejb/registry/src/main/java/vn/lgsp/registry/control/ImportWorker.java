package vn.lgsp.registry.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Checks and enters lists of agencies in the background, one at a time on each node: a new order at once, and every five seconds whatever
 * waits still, be it from another node or from before a crash.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportWorker {
    private static final Logger LOG = System.getLogger(ImportWorker.class.getName());

    private final AtomicBoolean atWork = new AtomicBoolean();
    private volatile boolean stopping;

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private ImportStep step;

    /** Public because the container calls it through the bean. */
    public void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportOrdered order) {
        start();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        if (!atWork.get() && !step.waiting().isEmpty()) {
            start();
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    private void start() {
        if (stopping || !atWork.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException full) {
            // The timer comes again.
            atWork.set(false);
        }
    }

    private void work() {
        try {
            for (UUID importId : step.waiting()) {
                all(importId);
            }
        } finally {
            atWork.set(false);
        }
    }

    private void all(UUID importId) {
        try {
            while (!stopping && step.next(importId)) {
                // The next rows.
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "list of agencies " + importId + " pauses; it is taken up again", failed);
        }
    }
}
