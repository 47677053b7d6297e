package vn.lgsp.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.packet.HistoryEntry.Subject;
import vn.lgsp.tests.platform.Database;

/** A packet with a delivery and content in a transaction that is rolled back in the end. */
final class Rows implements AutoCloseable {
    private static final Map<Subject, String> TABLES =
            Map.of(Subject.PACKET, "packet", Subject.DELIVERY, "delivery", Subject.CONTENT, "content");

    private final Connection connection;
    private final UUID packet = UUID.randomUUID();
    private final UUID delivery = UUID.randomUUID();

    Rows(Database database) throws SQLException {
        connection = database.open();
        connection.setAutoCommit(false);
    }

    UUID packet() {
        return packet;
    }

    void begin(Subject subject, String state) throws SQLException {
        begin(subject, state, 0);
    }

    /** As if so many steps had been taken. */
    void begin(Subject subject, String state, int seq) throws SQLException {
        String source = "(select id from application order by id limit 1)";
        String agency = "(select agency_id from application order by id limit 1)";
        String packetState = subject == Subject.PACKET ? state : "REQUESTED";
        if (subject != Subject.PACKET) {
            history(Subject.PACKET, "REQUESTED", 0);
        }
        run(
                "insert into packet (id, state, state_seq, source_application_id, source_agency_id, title, importance, data_type,"
                        + " protocol, created_at, updated_at) values (?, ?, ?, " + source + ", " + agency
                        + ", 'Thử', 0, 'file', 'file', now(), now())",
                packet,
                packetState,
                subject == Subject.PACKET ? seq : 0);
        if (subject == Subject.DELIVERY) {
            run(
                    "insert into delivery (id, packet_id, state, state_seq, destination_agency_id, destination_application_id,"
                            + " importance, created_at, updated_at) values (?, ?, ?, ?, " + agency + ", " + source
                            + ", 0, now(), now())",
                    delivery,
                    packet,
                    state,
                    seq);
        }
        if (subject == Subject.CONTENT) {
            run(
                    "insert into content (packet_id, state, state_seq, wrapped_key, master_key_id, updated_at)"
                            + " values (?, ?, ?, ?, 'thu', now())",
                    packet,
                    state,
                    seq,
                    Set.of("SHREDDED", "ERASED").contains(state) ? null : new byte[] {1});
        }
    }

    void step(Subject subject, String state, int seq) throws SQLException {
        boolean gone =
                subject == Subject.CONTENT && Set.of("SHREDDED", "ERASED").contains(state);
        int changed = run(
                "update " + TABLES.get(subject) + " set state = ?, state_seq = ?"
                        + (gone ? ", wrapped_key = null" : "") + " where "
                        + (subject == Subject.CONTENT ? "packet_id" : "id") + " = ?",
                state,
                seq,
                subject == Subject.DELIVERY ? delivery : packet);
        assertThat(changed).isEqualTo(1);
    }

    void history(Subject subject, String state, int seq) throws SQLException {
        run(
                "insert into packet_history (packet_id, subject, subject_id, seq, to_state, at, actor, node)"
                        + " values (?, ?, ?, ?, ?, now(), 'thử', 'thử')",
                packet,
                subject.name(),
                subject == Subject.DELIVERY ? delivery : packet,
                seq,
                state);
    }

    /** A row of the history that tells where the step came from; null at the beginning. */
    void told(Subject subject, String from, String to, int seq) throws SQLException {
        run(
                "insert into packet_history (packet_id, subject, subject_id, seq, from_state, to_state, at, actor, node)"
                        + " values (?, ?, ?, ?, ?, ?, now(), 'thử', 'thử')",
                packet,
                subject.name(),
                subject == Subject.DELIVERY ? delivery : packet,
                seq,
                from,
                to);
    }

    /** Says that the history comes before the steps. */
    void historyFirst() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('lgsp.history_first', 'on', true)")) {
            statement.execute();
        }
    }

    /** What the commit would check, without the commit. */
    void settle() throws SQLException {
        run("set constraints all immediate");
    }

    int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
