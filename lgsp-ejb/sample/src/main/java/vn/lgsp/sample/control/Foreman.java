package vn.lgsp.sample.control;

import jakarta.annotation.PostConstruct;
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
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Carries out the order in the background: looks for one every few seconds, begins only some time after the start, and rests between two
 * steps, so that the platform's own work comes first. In demonstration mode it gives the order to load itself, once.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedExecutorDefinition(name = "java:app/concurrent/lgsp-sample", maxAsync = 1)
public class Foreman {
    private static final Logger LOG = System.getLogger(Foreman.class.getName());
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    /** Of the time that a step took, the part that is rested after it. */
    private static final long REST = 4;

    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant notBefore;
    private volatile boolean stopping;

    @Resource(lookup = "java:app/concurrent/lgsp-sample")
    private ManagedExecutorService executor;

    @Inject
    private Orders orders;

    @EJB
    private LoadSteps load;

    @EJB
    private RemovalSteps removal;

    @Inject
    @ConfigProperty(name = "lgsp.demo", defaultValue = "false")
    private boolean demo;

    @Inject
    @ConfigProperty(name = "lgsp.demo.packets", defaultValue = "60000")
    private int packets;

    @Inject
    @ConfigProperty(name = "lgsp.demo.delay", defaultValue = "PT40S")
    private Duration delay;

    @PostConstruct
    void begin() {
        notBefore = Instant.now().plus(delay);
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void look() {
        if (stopping || Instant.now().isBefore(notBefore) || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            // Not here: the container may hold a transaction open around a timer, and with it a connection for as long
            // as the work takes.
            executor.execute(this::tryWork);
        } catch (RejectedExecutionException full) {
            busy.set(false);
        }
    }

    private void tryWork() {
        try {
            work();
        } catch (RuntimeException failed) {
            notBefore = Instant.now().plus(AFTER_FAILURE);
            LOG.log(Level.ERROR, "the sample data could not be worked on; it is tried again in a minute", failed);
        } finally {
            busy.set(false);
        }
    }

    private void work() {
        Optional<Order> order = orders.present();
        if (order.isEmpty()) {
            if (demo && packets > 0) {
                orders.give(Orders.Kind.LOAD, "LGSP", null, packets);
            }
            return;
        }
        switch (order.get().state()) {
            case LOADING -> all("sample data loaded", load::next);
            case REMOVING -> all("sample data removed", removal::next);
            default -> {}
        }
    }

    private void all(String done, BooleanSupplier step) {
        Instant begin = Instant.now();
        boolean more;
        do {
            long before = System.nanoTime();
            more = step.getAsBoolean();
            if (more) {
                LockSupport.parkNanos((System.nanoTime() - before) / REST);
            }
        } while (more && !stopping);
        if (more) {
            return;
        }
        LOG.log(Level.INFO, "{0} in {1}", done, Duration.between(begin, Instant.now()));
    }
}
