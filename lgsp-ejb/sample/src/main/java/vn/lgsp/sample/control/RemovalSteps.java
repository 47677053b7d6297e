package vn.lgsp.sample.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The steps of a removal: packets in portions, then who sent them, then the statistics. A step that was cut off is simply taken again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RemovalSteps {
    private static final int PORTION = 2_000;

    /** History first, while it can still be seen whose it is; the packet last. */
    private static final List<String> OF_PACKETS = List.of(
            "delete from delivery_readdressing where packet_id = any (?)",
            "delete from delivery_attempt where packet_id = any (?)",
            "delete from packet_policy where packet_id = any (?)",
            "delete from small_content where packet_id = any (?)",
            "delete from packet_history where packet_id = any (?)",
            "delete from packet_file where packet_id = any (?)",
            "delete from packet_form where packet_id = any (?)",
            "delete from undeliverable where packet_id = any (?)",
            "delete from packet_route where packet_id = any (?)",
            "delete from resend_request where packet_id = any (?)",
            "delete from packet_search where packet_id = any (?)",
            "delete from space where packet_id = any (?)",
            "delete from idempotency_key where packet_id = any (?)",
            "delete from delivery where packet_id = any (?)",
            "delete from content where packet_id = any (?)",
            "delete from packet where id = any (?)");

    private static final String DOOMED =
            " from packet p join application a on a.id = p.source_application_id where a.sample and a.code <> all (?)";

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @Inject
    private Orders orders;

    @Inject
    private Closing closing;

    @Inject
    @ConfigProperty(name = "lgsp.demo", defaultValue = "false")
    private boolean demo;

    /** Takes the next step; says whether there may be another one. */
    public boolean next() {
        try (Connection connection = database.getConnection()) {
            Order order = orders.lock(connection)
                    .filter(found -> found.state() == Order.State.REMOVING)
                    .orElse(null);
            if (order == null) {
                return false;
            }
            SampleMode.begin(connection);
            List<String> kept = demo ? List.copyOf(Core.APPLICATIONS) : List.of();
            List<UUID> packets = doomed(connection, kept);
            List<Instant> months = new Plan(order).months(Instant.now());
            if (packets.isEmpty()) {
                return finish(connection, order, months);
            }
            int steps = order.steps() > 0 ? order.steps() : portions(connection, kept) + 1 + months.size();
            orders.advance(
                    connection,
                    Order.State.REMOVED,
                    order.step() + 1,
                    Math.max(steps, order.step() + 2 + months.size()));
            Array ids = PacketRows.array(connection, packets);
            for (String delete : OF_PACKETS) {
                try (PreparedStatement statement = connection.prepareStatement(delete)) {
                    statement.setArray(1, ids);
                    statement.executeUpdate();
                }
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The packets are gone: now those who sent them, then month by month the statistics. */
    private boolean finish(Connection connection, Order order, List<Instant> months) throws SQLException {
        int next = order.step() + 1;
        int left = order.steps() - order.step();
        if (order.steps() == 0 || left > months.size()) {
            closing.close(connection, order, demo);
            orders.advance(connection, Order.State.REMOVED, next, next + months.size());
            return true;
        }
        SampleMode.statistics(connection, months.get(months.size() - left));
        orders.advance(connection, Order.State.REMOVED, next, order.steps());
        return next < order.steps();
    }

    private static List<UUID> doomed(Connection connection, List<String> kept) throws SQLException {
        List<UUID> packets = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select p.id" + DOOMED + " order by p.id desc limit ?")) {
            query.setArray(1, connection.createArrayOf("varchar", kept.toArray()));
            query.setInt(2, PORTION);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    packets.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return packets;
    }

    private static int portions(Connection connection, List<String> kept) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*)" + DOOMED)) {
            query.setArray(1, connection.createArrayOf("varchar", kept.toArray()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return 1 + row.getInt(1) / PORTION;
            }
        }
    }
}
