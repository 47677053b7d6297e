package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.Caller;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.ApplicationView;
import vn.lgsp.registry.boundary.Directory;

/**
 * How much may wait for one source and for one destination (Điều 5.4): whoever fills the platform does not take the room of others. Counted anew
 * every few seconds on each node, with what the node itself granted added meanwhile: a bound against floods, not an account to the last packet.
 */
@ApplicationScoped
public class WaitingQuotas {
    private static final long MIB = 1024 * 1024;
    private static final long SHORTEST = TimeUnit.SECONDS.toNanos(5);
    /** Counting takes at most a fiftieth of the time. */
    private static final int SHARE = 50;

    private static final String OF_SOURCE =
            """
            select count(*), coalesce(sum(total_bytes), 0) from (
                select total_bytes from packet
                where source_application_id = :application and state in ('REQUESTED', 'GRANTED', 'UPLOADING', 'RECEIVED', 'PLANNED') limit :most) p
            """;

    private static final String OF_DESTINATION =
            """
            select count(*), coalesce(sum(total_bytes), 0) from (
                select p.total_bytes from delivery d join packet p on p.id = d.packet_id
                where d.destination_application_id = :application and d.state in ('PLANNED', 'NOTIFIED', 'ACCEPTED', 'FETCHING') limit :most) p
            """;

    private final Map<Queue, Counted> counted = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @EJB
    private Directory directory;

    @Inject
    @ConfigProperty(name = "lgsp.waiting.source.packets", defaultValue = "200000")
    private Supplier<Integer> sourcePackets;

    @Inject
    @ConfigProperty(name = "lgsp.waiting.source.mib", defaultValue = "1048576")
    private Supplier<Long> sourceMib;

    @Inject
    @ConfigProperty(name = "lgsp.waiting.destination.packets", defaultValue = "200000")
    private Supplier<Integer> destinationPackets;

    @Inject
    @ConfigProperty(name = "lgsp.waiting.destination.mib", defaultValue = "1048576")
    private Supplier<Long> destinationMib;

    private record Queue(String sql, UUID application) {}

    /** What waited when it was counted, with what was granted since; {@code until} of the clock that only goes forward. */
    private record Counted(long packets, long bytes, long until) {
        Counted oneMore() {
            return new Counted(packets + 1, bytes, until);
        }
    }

    /** @throws LgspException WAITING_FULL when the source has as much under way as it may */
    void requireRoomOf(Caller source) {
        require(OF_SOURCE, source.applicationId(), sourcePackets.get(), sourceMib.get());
    }

    /** @throws LgspException WAITING_FULL naming a destination for which as much waits as may */
    void requireRoomAt(List<ApplicationView> destinations) {
        destinations.forEach(one -> require(OF_DESTINATION, one.id(), destinationPackets.get(), destinationMib.get()));
    }

    /** Counts a packet that was granted just now. */
    void granted(Caller source, List<ApplicationView> destinations) {
        add(new Queue(OF_SOURCE, source.applicationId()));
        destinations.forEach(one -> add(new Queue(OF_DESTINATION, one.id())));
    }

    private void add(Queue queue) {
        counted.computeIfPresent(queue, (key, before) -> before.oneMore());
    }

    private void require(String sql, UUID application, long packets, long mib) {
        if (packets == 0 && mib == 0) {
            return;
        }
        Queue queue = new Queue(sql, application);
        Counted now = counted.get(queue);
        if (now == null || System.nanoTime() - now.until() >= 0) {
            now = count(queue, packets);
            counted.put(queue, now);
        }
        boolean manyPackets = packets > 0 && now.packets() >= packets;
        boolean manyBytes = mib > 0 && now.bytes() >= mib * MIB;
        if (manyPackets || manyBytes) {
            String name = directory
                    .application(application)
                    .map(ApplicationView::code)
                    .orElse("");
            throw new LgspException(ErrorCode.WAITING_FULL, name, manyPackets ? String.valueOf(packets) : mib + " MiB");
        }
    }

    private Counted count(Queue queue, long packets) {
        long begin = System.nanoTime();
        Object[] row = (Object[]) em.createNativeQuery(queue.sql())
                .setParameter("application", queue.application())
                .setParameter("most", packets == 0 ? Integer.MAX_VALUE : packets)
                .getSingleResult();
        long end = System.nanoTime();
        return new Counted(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                end + Math.max(SHORTEST, (end - begin) * SHARE));
    }
}
