package vn.lgsp.reporting.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.lgsp.model.error.RequestRefused;

/**
 * Counts refused requests by hour, agency and code. They are counted in memory and written every few seconds, so that a flood of bad requests
 * costs the database nothing; a crash loses the last seconds of it.
 */
@ApplicationScoped
public class RefusalCounts {
    private static final UUID UNKNOWN = new UUID(0, 0);

    private record Key(Instant start, UUID agencyId, String code) {}

    private final Map<Key, Long> counts = new ConcurrentHashMap<>();

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** Counts a refusal; costs next to nothing. */
    public void refused(@Observes RequestRefused refused) {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        UUID agency = refused.agencyId() == null ? UNKNOWN : refused.agencyId();
        counts.merge(new Key(hour, agency, refused.code().code()), 1L, Long::sum);
    }

    /** Writes what was counted since the last call, all or nothing; what cannot be written is kept for the next one. */
    public void write() {
        // In one order on every node, or two nodes could wait for each other.
        SortedMap<Key, Long> batch = new TreeMap<>(
                Comparator.comparing(Key::start).thenComparing(Key::agencyId).thenComparing(Key::code));
        counts.keySet().forEach(key -> batch.put(key, counts.remove(key)));
        if (batch.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(
                        """
                        insert into refusal
                        select cast(start as timestamptz), agency_id, code, requests
                        from unnest(?, ?, ?, ?) as counted (start, agency_id, code, requests)
                        on conflict (start, agency_id, code) do update set requests = refusal.requests + excluded.requests
                        """)) {
            upsert.setArray(1, connection.createArrayOf("text", column(batch, key -> key.start()
                    .toString())));
            upsert.setArray(2, connection.createArrayOf("uuid", column(batch, Key::agencyId)));
            upsert.setArray(3, connection.createArrayOf("text", column(batch, Key::code)));
            upsert.setArray(4, connection.createArrayOf("bigint", batch.values().toArray()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            batch.forEach((key, count) -> counts.merge(key, count, Long::sum));
            throw Unavailable.because(e);
        }
    }

    private static Object[] column(SortedMap<Key, Long> batch, Function<Key, Object> value) {
        return batch.keySet().stream().map(value).toArray();
    }
}
