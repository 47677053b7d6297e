package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import vn.lgsp.model.authentication.SignatureScheme;

/**
 * When, from where, how and how often each key was used. Requests only note it in memory; it is written once a minute, so that a busy key's
 * rows are not written thousands of times. A crash loses at most the last minute of it.
 */
@ApplicationScoped
public class KeyUses {
    private record Way(UUID keyId, LocalDate day, SignatureScheme scheme, String algorithm) {}

    private record Use(long requests, Instant at, String from) {
        Use and(Use later) {
            return later.at.isBefore(at)
                    ? new Use(requests + later.requests, at, from)
                    : new Use(requests + later.requests, later.at, later.from);
        }
    }

    private static final Comparator<Map.Entry<Way, Use>> ONE_ORDER = Comparator.comparing(
                    (Map.Entry<Way, Use> entry) -> entry.getKey().keyId())
            .thenComparing(entry -> entry.getKey().day())
            .thenComparing(entry -> entry.getKey().scheme())
            .thenComparing(entry -> entry.getKey().algorithm());

    private final Map<Way, Use> uses = new ConcurrentHashMap<>();

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** Notes a use; costs next to nothing. */
    public void note(UUID keyId, SignatureScheme scheme, String algorithm, Instant at, String from) {
        var way = new Way(keyId, LocalDate.ofInstant(at, ZoneOffset.UTC), scheme, algorithm);
        uses.merge(way, new Use(1, at, from), Use::and);
    }

    /** Writes what was noted since the last call. */
    public void write() {
        var noted = uses.keySet().stream()
                .map(way -> Map.entry(way, uses.remove(way)))
                .sorted(ONE_ORDER)
                .toList();
        if (noted.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            writeCounts(connection, noted);
            writeLast(connection, noted);
        } catch (SQLException e) {
            // Nobody was turned away for it: the counts go into the next minute.
            noted.forEach(entry -> uses.merge(entry.getKey(), entry.getValue(), Use::and));
            throw Unavailable.because(e);
        }
    }

    /** In one order on every node, or two nodes could wait for each other. */
    private static void writeCounts(Connection connection, List<Map.Entry<Way, Use>> noted) throws SQLException {
        try (var upsert = connection.prepareStatement(
                """
                insert into key_use (access_key_id, day, scheme, algorithm, requests, last_at) values (?, ?, ?, ?, ?, ?)
                on conflict (access_key_id, day, scheme, algorithm) do update
                set requests = key_use.requests + excluded.requests, last_at = greatest(key_use.last_at, excluded.last_at)
                """)) {
            for (var entry : noted) {
                upsert.setObject(1, entry.getKey().keyId());
                upsert.setObject(2, entry.getKey().day());
                upsert.setString(3, entry.getKey().scheme().name());
                upsert.setString(4, entry.getKey().algorithm());
                upsert.setLong(5, entry.getValue().requests());
                upsert.setObject(6, entry.getValue().at().atOffset(ZoneOffset.UTC));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void writeLast(Connection connection, List<Map.Entry<Way, Use>> noted) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update access_key set last_used_at = ?, last_used_from = ?
                where id = ? and (last_used_at is null or last_used_at < ?)
                """)) {
            for (var entry : noted) {
                var at = entry.getValue().at().atOffset(ZoneOffset.UTC);
                update.setObject(1, at);
                update.setString(2, entry.getValue().from());
                update.setObject(3, entry.getKey().keyId());
                update.setObject(4, at);
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
