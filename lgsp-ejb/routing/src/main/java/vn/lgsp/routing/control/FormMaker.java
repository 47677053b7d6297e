package vn.lgsp.routing.control;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.ConversionRefused;

/**
 * Makes the forms that destinations take (Điều 8.4): right after the commit that planned the packet, and by a sweep what a crash left over. Any number
 * of nodes may do so; each form is in one hand at a time.
 */
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedExecutorDefinition(name = "java:app/concurrent/lgsp-forms", maxAsync = 2)
public class FormMaker {
    private static final Logger LOG = System.getLogger(FormMaker.class.getName());
    /** A form whose making ended nodes this often is given up. */
    private static final int MOST_ATTEMPTS = 3;

    @EJB
    private FormSteps steps;

    @Inject
    private FormWork work;

    @Inject
    private Downloads downloads;

    @Resource(lookup = "java:app/concurrent/lgsp-forms")
    private ManagedExecutorService executor;

    public void make(@Observes(during = TransactionPhase.AFTER_SUCCESS) Forms.Wanted event) {
        executor.execute(() -> make(event.packetId()));
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void leftOver() {
        steps.wanted().forEach(packetId -> executor.execute(() -> make(packetId)));
    }

    private void make(UUID packetId) {
        for (int form : steps.wanted(packetId)) {
            try {
                steps.claim(packetId, form).ifPresent(this::make);
            } catch (LgspException | jakarta.ejb.EJBException e) {
                LOG.log(Level.WARNING, "form " + form + " of packet " + packetId + " is tried again", e);
            }
        }
    }

    private void make(FormSteps.Task task) {
        if (task.attempts() > MOST_ATTEMPTS) {
            steps.failed(task, List.of(new Violation(null, 0, 0, null, "conversion-broken", null)));
            return;
        }
        try {
            work.make(task);
        } catch (ConversionRefused refused) {
            steps.failed(task, refused.places());
        } catch (LgspException failure) {
            if (failure.code() == ErrorCode.CONTENT_CORRUPTED) {
                downloads.quarantine(task.packetId(), null);
            }
            LOG.log(
                    Level.WARNING,
                    "form " + task.form() + " of packet " + task.packetId() + " waits: "
                            + failure.code().code());
            steps.release(task);
        }
    }
}
