package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Every few seconds, on every node: whatever was not taken becomes an entry, and its source is told (Điều 5.9). */
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UndeliverableSweep {
    private static final Logger LOG = System.getLogger(UndeliverableSweep.class.getName());
    /** Rounds of one sweep; what is left comes with the next. */
    private static final int ROUNDS = 20;

    @EJB
    private UndeliverableSteps steps;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        all(steps::enterLate);
        all(steps::enterBarred);
        each(steps.sources(), steps::tell);
        each(steps.keptTooLong(), steps::keepNoLonger);
    }

    private static void all(IntSupplier step) {
        for (int round = 0; round < ROUNDS && step.getAsInt() == UndeliverableSteps.BATCH; round++) {
            // The next batch, in the next transaction.
        }
    }

    private static void each(List<UUID> ids, Consumer<UUID> step) {
        for (UUID id : ids) {
            try {
                step.accept(id);
            } catch (EJBException failed) {
                LOG.log(
                        Level.WARNING,
                        "sweep of what could not be delivered failed for " + id + "; it is tried again",
                        failed);
            }
        }
    }
}
