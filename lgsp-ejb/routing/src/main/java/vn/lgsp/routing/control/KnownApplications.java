package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;

/**
 * Who the sides of a packet are, at hand for a second: their names stand in nearly every answer. Whether they may do anything is never asked
 * here.
 */
@ApplicationScoped
public class KnownApplications {
    private static final long KEPT = TimeUnit.SECONDS.toNanos(1);

    /** More than exchange within a second; all are forgotten when there are more. */
    private static final int MOST = 10_000;

    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    @EJB
    private Directory directory;

    /** {@code until} of the clock that only goes forward. */
    private record Known(ApplicationView view, long until) {}

    /** An application that exists. */
    public ApplicationView application(UUID id) {
        Known found = known.get(id);
        if (found == null || System.nanoTime() - found.until() >= 0) {
            if (known.size() >= MOST) {
                known.clear();
            }
            found = new Known(directory.application(id).orElseThrow(), System.nanoTime() + KEPT);
            known.put(id, found);
        }
        return found.view();
    }
}
