package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.lgsp.model.error.LgspException;

/**
 * Does what time brings about: spaces and deliveries run out, announcements fall due, and what a crash left behind is finished. Every item
 * has a transaction of its own, taken under the packet's lock, so that any number of nodes may sweep at once.
 */
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sweeper {
    private static final Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final Duration ORPHAN_AGE = Duration.ofHours(1);

    @EJB
    private SweepSteps steps;

    @EJB
    private Erasure erasure;

    @EJB
    private ResumableSteps resumable;

    @Inject
    private Uploads uploads;

    @Inject
    private ContentStore store;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        each(steps.dueAnnouncements(), steps::announce);
        each(steps.overdueSpaces(), steps::expireSpace);
        each(steps.overdueDeliveries(), steps::expireDelivery);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void stranded() {
        each(steps.stranded(), steps::readdress);
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void unfinishedErasures() {
        List<UUID> shredded = steps.shredded();
        if (!shredded.isEmpty() && reachable()) {
            each(shredded, erasure::tryErase);
        }
    }

    private boolean reachable() {
        try {
            store.check();
            return true;
        } catch (IOException away) {
            LOG.log(Level.WARNING, "nothing is erased while the content store is away: " + away.getMessage());
            return false;
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void uploadsThatAreOver() {
        each(resumable.over(), id -> uploads.drop(resumable.end(id)));
    }

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void orphans() {
        try (Stream<UUID> blobs = store.untouchedSince(Instant.now().minus(ORPHAN_AGE))) {
            for (UUID blob : (Iterable<UUID>) blobs::iterator) {
                if (!steps.known(blob)) {
                    store.delete(blob);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "content left behind could not be removed", e);
        }
    }

    @Schedule(hour = "3", persistent = false)
    void partitions() {
        steps.ensurePartitions();
    }

    private static void each(List<UUID> items, Consumer<UUID> step) {
        for (UUID item : items) {
            try {
                step.accept(item);
            } catch (LgspException | jakarta.ejb.EJBException e) {
                LOG.log(Level.WARNING, "sweep of " + item + " failed; it is tried again", e);
            }
        }
    }
}
