package vn.lgsp.sample.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** The one order there is. It stands in the database: whichever node takes it up, and whenever, it is carried out once. */
@ApplicationScoped
public class Orders {
    private static final String COLUMNS =
            "select state, seed, until, packets, step, steps, ordered_at, ordered_by, reason, finished_at from sample_load";

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** What can be ordered. */
    public enum Kind {
        LOAD,
        REMOVE
    }

    /** The order given last; empty when there never was one. */
    public Optional<Order> present() {
        try (Connection connection = database.getConnection()) {
            return read(connection, COLUMNS);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, locked until the transaction ends. */
    Optional<Order> lock(Connection connection) throws SQLException {
        return read(connection, COLUMNS + " for update");
    }

    /**
     * Gives an order.
     *
     * @param reason may be null
     * @param packets about how many packets to load
     * @return whether it was taken; not while another one is carried out, or when there is nothing to do
     */
    public boolean give(Kind kind, String by, String reason, int packets) {
        try (Connection connection = database.getConnection();
                PreparedStatement call = connection.prepareStatement("select sample_order(?, ?, ?, ?)")) {
            call.setString(1, kind.name());
            call.setString(2, by);
            call.setString(3, reason);
            call.setInt(4, packets);
            try (ResultSet answer = call.executeQuery()) {
                answer.next();
                return answer.getString(1).equals("OK");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Notes that a step has been taken, in its transaction; the order is done with the last one. */
    void advance(Connection connection, Order.State done, int step, int steps) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                """
                update sample_load set step = ?, steps = ?, updated_at = now(),
                    state = case when ? then ? else state end, finished_at = case when ? then now() end
                """)) {
            boolean last = step >= steps;
            update.setInt(1, step);
            update.setInt(2, steps);
            update.setBoolean(3, last);
            update.setString(4, done.name());
            update.setBoolean(5, last);
            update.executeUpdate();
        }
    }

    private static Optional<Order> read(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(order(row)) : Optional.empty();
        }
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                Order.State.valueOf(row.getString(1)),
                row.getLong(2),
                instant(row, 3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                instant(row, 7),
                row.getString(8),
                row.getString(9),
                instant(row, 10));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
