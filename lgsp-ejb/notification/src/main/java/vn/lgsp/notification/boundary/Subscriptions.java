package vn.lgsp.notification.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lgsp.model.Caller;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.notification.control.Pump;
import vn.lgsp.notification.control.Waking;

/**
 * The streams that are open on this node. An event wakes the streams of its subscriber right after its transaction has been committed; every
 * {@value #BEAT_SECONDS} seconds each stream also looks by itself, so that events written on another node are never late by more.
 */
@Singleton
@Lock(LockType.READ)
@ManagedExecutorDefinition(name = "java:app/concurrent/lgsp-events", maxAsync = 16)
public class Subscriptions {
    /** How often a stream shows a sign of life, seconds. */
    public static final int BEAT_SECONDS = 15;

    /** How many may watch for one application on this node. */
    private static final int MOST_WATCHES = 100;

    private final Map<UUID, Set<Pump>> pumps = new ConcurrentHashMap<>();
    private final Map<UUID, Set<Watch>> watches = new ConcurrentHashMap<>();

    @Resource(lookup = "java:app/concurrent/lgsp-events")
    private ManagedExecutorService executor;

    @EJB
    private Notification notification;

    @Inject
    private Event<Told> told;

    /**
     * Opens a stream for an application, whose key has to be for events.
     *
     * @param after the last number that the reader has seen; what came later is delivered first
     * @throws vn.lgsp.model.error.LgspException KEY_SCOPE_MISSING
     */
    public void subscribe(Caller caller, long after, Subscriber subscriber) {
        caller.require(KeyScope.EVENTS);
        UUID applicationId = caller.applicationId();
        Pump pump = new Pump(applicationId, after, subscriber, notification, told, executor, this::forget);
        pumps.computeIfAbsent(applicationId, none -> ConcurrentHashMap.newKeySet())
                .add(pump);
        pump.wake(true);
    }

    /**
     * Has something done soon after each event of an application, and as often as a stream looks by itself; one at a time.
     *
     * @return empty when enough others of the application are watching already
     */
    public Optional<Watch> watch(Caller caller, Runnable look) {
        UUID applicationId = caller.applicationId();
        if (watches.getOrDefault(applicationId, Set.of()).size() >= MOST_WATCHES) {
            return Optional.empty();
        }
        Waking waking = new Waking(executor, () -> {
            look.run();
            return true;
        });
        Watch watch = new Watch(waking, closed -> forget(watches, applicationId, closed));
        watches.computeIfAbsent(applicationId, none -> ConcurrentHashMap.newKeySet())
                .add(watch);
        return Optional.of(watch);
    }

    /** Counts the open streams of an application on this node. */
    public int open(UUID applicationId) {
        return pumps.getOrDefault(applicationId, Set.of()).size();
    }

    /** Public because the container calls it through the bean. */
    public void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Notification.EventWritten event) {
        pumps.getOrDefault(event.applicationId(), Set.of()).forEach(pump -> pump.wake(false));
        watches.getOrDefault(event.applicationId(), Set.of()).forEach(Watch::wake);
    }

    @Schedule(hour = "*", minute = "*", second = "*/" + BEAT_SECONDS, persistent = false)
    void beat() {
        pumps.values().forEach(set -> set.forEach(pump -> pump.wake(true)));
        watches.values().forEach(set -> set.forEach(Watch::wake));
    }

    /** Ends streams whose reader has gone or may not read any more, also when nothing is written to them. */
    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void dropClosed() {
        pumps.values().forEach(set -> set.stream().filter(Pump::closed).forEach(Pump::close));
    }

    @PreDestroy
    void closeAll() {
        pumps.values().forEach(set -> set.forEach(Pump::close));
    }

    private void forget(Pump pump) {
        forget(pumps, pump.applicationId(), pump);
    }

    private static <T> void forget(Map<UUID, Set<T>> all, UUID applicationId, T gone) {
        all.computeIfPresent(applicationId, (id, set) -> {
            set.remove(gone);
            return set.isEmpty() ? null : set;
        });
    }
}
