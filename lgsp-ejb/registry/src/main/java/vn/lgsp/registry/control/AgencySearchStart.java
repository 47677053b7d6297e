package vn.lgsp.registry.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/**
 * Has the index of agencies built in the background as soon as a node starts, so that nobody's first search waits for it. The start itself
 * does not wait: a node is ready while the index is being built, and a search that comes before its end waits for what is left.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AgencySearchStart {
    private static final Logger LOG = System.getLogger(AgencySearchStart.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private AgencySearch search;

    @PostConstruct
    void begin() {
        try {
            executor.execute(this::build);
        } catch (RejectedExecutionException full) {
            LOG.log(Level.INFO, "the index of agencies is built by the first search");
        }
    }

    private void build() {
        long begin = System.nanoTime();
        try {
            int agencies = search.ready();
            LOG.log(
                    Level.INFO,
                    "index of agencies: {0} in {1} ms",
                    agencies,
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "the index of agencies could not be built; the first search tries again", failed);
        }
    }
}
