package vn.lgsp.reporting.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lgsp.reporting.boundary.Counts;
import vn.lgsp.reporting.boundary.DeliveryTimes;
import vn.lgsp.reporting.boundary.Flow;
import vn.lgsp.reporting.boundary.Series;
import vn.lgsp.reporting.boundary.TrafficQuery;

/** Reads figures step by step from the roll-ups. */
@ApplicationScoped
public class SeriesReader {
    /** The counts of {@link Counts}, summed, in its order. */
    private static final String SUMS =
            """
            sum(requested), sum(completed), sum(confirmed), sum(refused), sum(expired), sum(cancelled), sum(failed), sum(abandoned),
                sum(bytes_completed), sum(bytes_confirmed)
            """;

    private record Step(Instant start, String direction) {}

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /**
     * The series of these agencies together.
     *
     * @param agencies null for the whole platform
     */
    public Series read(Set<UUID> agencies, TrafficQuery query) {
        return read(agencies, query, true);
    }

    /** The same without delivery times: much less to read over a long time. */
    public Series counts(Set<UUID> agencies, TrafficQuery query) {
        return read(agencies, query, false);
    }

    private Series read(Set<UUID> agencies, TrafficQuery query, boolean withTimes) {
        Narrowing narrowing = new Narrowing(agencies == null ? Set.of(Narrowing.WHOLE) : agencies, query);
        try (var connection = database.getConnection()) {
            Map<Step, Counts> counts = counts(connection, narrowing);
            Map<Step, Map<Integer, Long>> times = withTimes ? times(connection, narrowing) : Map.of();
            return new Series(
                    query.span(),
                    query.span().starts().stream()
                            .map(start -> new Series.Point(
                                    start,
                                    flow(counts, times, new Step(start, "SENT")),
                                    flow(counts, times, new Step(start, "RECEIVED"))))
                            .toList());
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static Flow flow(Map<Step, Counts> counts, Map<Step, Map<Integer, Long>> times, Step step) {
        return new Flow(counts.getOrDefault(step, Counts.NONE), new DeliveryTimes(times.getOrDefault(step, Map.of())));
    }

    private static Map<Step, Counts> counts(Connection connection, Narrowing narrowing) throws SQLException {
        Map<Step, Counts> result = new HashMap<>();
        try (var select = connection.prepareStatement("select start, direction, " + SUMS + " from traffic_now "
                + narrowing.where() + " group by start, direction")) {
            narrowing.bind(select, 1);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    result.put(step(rows), counts(rows, 3));
                }
            }
        }
        return result;
    }

    private static Map<Step, Map<Integer, Long>> times(Connection connection, Narrowing narrowing) throws SQLException {
        Map<Step, Map<Integer, Long>> result = new HashMap<>();
        try (var select =
                connection.prepareStatement("select start, direction, bucket, sum(deliveries) from traffic_time_now "
                        + narrowing.where() + " group by start, direction, bucket")) {
            narrowing.bind(select, 1);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    result.computeIfAbsent(step(rows), step -> new HashMap<>()).put(rows.getInt(3), rows.getLong(4));
                }
            }
        }
        return result;
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2));
    }

    /** Reads ten counts from this column on. */
    static Counts counts(ResultSet row, int column) throws SQLException {
        return new Counts(
                row.getLong(column),
                row.getLong(column + 1),
                row.getLong(column + 2),
                row.getLong(column + 3),
                row.getLong(column + 4),
                row.getLong(column + 5),
                row.getLong(column + 6),
                row.getLong(column + 7),
                row.getLong(column + 8),
                row.getLong(column + 9));
    }
}
