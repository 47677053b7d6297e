package vn.lgsp.authentication.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lgsp.authentication.boundary.RateLimits.Kind;

/**
 * What this node has taken from the common buckets: some tokens at a time, so that most requests ask nobody. When a bucket is empty the node
 * knows until when, and a flood that goes on costs no statement.
 */
@ApplicationScoped
public class RateLeases {
    private final Map<Key, Lease> leases = new ConcurrentHashMap<>();

    @EJB
    private RateBuckets buckets;

    private record Key(UUID application, Kind kind) {}

    /**
     * Takes one token.
     *
     * @return 0 when there was one, otherwise after how many milliseconds to ask again
     */
    public long take(UUID application, Kind kind) {
        return leases.computeIfAbsent(new Key(application, kind), none -> new Lease())
                .take(System.nanoTime(), () -> buckets.borrow(application, kind));
    }
}
