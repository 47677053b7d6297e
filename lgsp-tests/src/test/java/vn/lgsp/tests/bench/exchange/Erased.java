package vn.lgsp.tests.bench.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.tests.platform.Database;

/** Waits until the content of packets is erased (Điều 5.3): only such packets count. */
final class Erased {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As many are asked about in one statement. */
    private static final int AT_ONCE = 1000;

    private final Database database;

    Erased(Database database) {
        this.database = database;
    }

    /**
     * Returns when the content of each is erased.
     *
     * @throws IllegalStateException when one of them is not after a minute
     */
    void await(List<UUID> packets) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = database.open();
                PreparedStatement erased = connection.prepareStatement(
                        "select packet_id from content where packet_id = any(?) and state = 'ERASED'")) {
            List<UUID> waiting = new ArrayList<>(packets);
            while (!waiting.isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(waiting.size() + " of " + packets.size()
                            + " packets were confirmed and not erased within " + PATIENCE.toSeconds() + " s");
                }
                // The newest are the last to be erased: nothing is asked about the others before these are.
                List<UUID> last = waiting.subList(Math.max(0, waiting.size() - AT_ONCE), waiting.size());
                last.removeAll(erased(erased, connection, last));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<UUID> erased(PreparedStatement statement, Connection connection, List<UUID> packets)
            throws SQLException {
        statement.setArray(1, connection.createArrayOf("uuid", packets.toArray()));
        Set<UUID> found = new HashSet<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }
}
