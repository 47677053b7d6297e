package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * When and from where each key was used last. Requests only note it in memory; it is written once a minute, so that a busy key's row is not
 * written thousands of times. A crash loses at most the last minute of it.
 */
@ApplicationScoped
public class LastUse {
    private record Use(Instant at, String from) {}

    private final Map<UUID, Use> uses = new ConcurrentHashMap<>();

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** Notes a use; costs next to nothing. */
    public void note(UUID keyId, Instant at, String from) {
        uses.put(keyId, new Use(at, from));
    }

    /** Writes what was noted since the last call. */
    public void write() {
        var batch = new ArrayList<Map.Entry<UUID, Use>>();
        uses.forEach((key, use) -> {
            if (uses.remove(key, use)) {
                batch.add(Map.entry(key, use));
            }
        });
        if (batch.isEmpty()) {
            return;
        }
        // In one order on every node, or two nodes could wait for each other.
        batch.sort(Map.Entry.comparingByKey());
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        """
                        update access_key set last_used_at = ?, last_used_from = ?
                        where id = ? and (last_used_at is null or last_used_at < ?)
                        """)) {
            for (var entry : batch) {
                var at = entry.getValue().at().atOffset(ZoneOffset.UTC);
                update.setObject(1, at);
                update.setString(2, entry.getValue().from());
                update.setObject(3, entry.getKey());
                update.setObject(4, at);
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }
}
