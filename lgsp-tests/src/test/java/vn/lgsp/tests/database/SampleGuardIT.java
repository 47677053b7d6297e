package vn.lgsp.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Samples come in and go by a door that is closed to everything real")
class SampleGuardIT {
    private static final String ILLEGAL_STEP = "LG001";
    private static final String NO_HISTORY = "LG002";
    private static final String HISTORY_CHANGED = "LG003";
    private static final String DELETED = "LG004";
    private static final String TURNED = "LG005";

    private Connection connection;
    private UUID real;
    private UUID sample;

    @BeforeEach
    void begin() throws SQLException {
        connection = SharedPlatform.get().database().open();
        connection.setAutoCommit(false);
        real = application(false);
        sample = application(true);
    }

    /** Nothing of this is ever committed. */
    @AfterEach
    void takeBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    @DisplayName("a sample packet comes in at its end while samples are loaded, and must bring its history")
    void sampleComesIn() throws SQLException {
        open(true);
        UUID packet = packet(sample, "DELIVERED", 5);
        assertRefused(NO_HISTORY, () -> run("set constraints all immediate"));
        run("set constraints all deferred");
        history(packet, "DELIVERED", 5);
        run("set constraints all immediate");
    }

    @Test
    @DisplayName("not at other times")
    void sampleStaysOut() throws SQLException {
        assertRefused(ILLEGAL_STEP, () -> packet(sample, "DELIVERED", 5));
        open(false);
        assertRefused(ILLEGAL_STEP, () -> packet(sample, "DELIVERED", 5));
    }

    @Test
    @DisplayName("a real packet begins at the beginning, whatever is set; so do its delivery and its content")
    void realStaysOut() throws SQLException {
        open(true);
        assertRefused(ILLEGAL_STEP, () -> packet(real, "DELIVERED", 5));
        UUID packet = packet(real, "REQUESTED", 0);
        assertRefused(ILLEGAL_STEP, () -> delivery(packet, "CONFIRMED", 5));
        assertRefused(ILLEGAL_STEP, () -> content(packet, "ERASED", 3));
        UUID other = packet(sample, "DELIVERED", 5);
        delivery(other, "CONFIRMED", 5);
        content(other, "ERASED", 3);
    }

    @Test
    @DisplayName("nothing real is deleted, whatever is set: no history, no packet, no delivery, no content")
    void realIsKept() throws SQLException {
        open(true);
        UUID packet = packet(real, "REQUESTED", 0);
        history(packet, "REQUESTED", 0);
        delivery(packet, "WAITING", 0);
        assertRefused(HISTORY_CHANGED, () -> run("delete from packet_history where packet_id = ?", packet));
        assertRefused(
                HISTORY_CHANGED, () -> run("update packet_history set actor = 'ai khác' where packet_id = ?", packet));
        assertRefused(DELETED, () -> run("delete from delivery where packet_id = ?", packet));
        assertRefused(DELETED, () -> run("delete from packet where id = ?", packet));
        assertRefused(HISTORY_CHANGED, () -> run("truncate packet_history"));
    }

    @Test
    @DisplayName(
            "a sample is deleted with its history while samples are removed, and at no other time; it is never rewritten")
    void sampleGoes() throws SQLException {
        open(true);
        UUID packet = packet(sample, "DELIVERED", 5);
        history(packet, "DELIVERED", 5);
        open(false);
        assertRefused(HISTORY_CHANGED, () -> run("delete from packet_history where packet_id = ?", packet));
        assertRefused(DELETED, () -> run("delete from packet where id = ?", packet));
        open(true);
        assertRefused(
                HISTORY_CHANGED, () -> run("update packet_history set actor = 'ai khác' where packet_id = ?", packet));
        assertThat(run("delete from packet_history where packet_id = ?", packet))
                .isEqualTo(1);
        assertThat(run("delete from packet_search where packet_id = ?", packet)).isEqualTo(1);
        assertThat(run("delete from packet where id = ?", packet)).isEqualTo(1);
    }

    @Test
    @DisplayName("a request for reorganisation becomes a sample while samples are loaded, and at no other time")
    void requestTurned() throws SQLException {
        UUID request = UUID.randomUUID();
        run(
                "insert into reorganisation (id, number, title, state, agency_id, requested_by, created_at)"
                        + " select ?, 'THỬ', 'Thử', 'DRAFT', agency_id, id, now() from account limit 1",
                request);
        assertRefused(TURNED, () -> run("update reorganisation set sample = true where id = ?", request));
        open(true);
        assertThat(run("update reorganisation set sample = true where id = ?", request))
                .isEqualTo(1);
        open(false);
        assertRefused(TURNED, () -> run("update reorganisation set sample = false where id = ?", request));
    }

    @Test
    @DisplayName("what is real is not turned into a sample, nor its packets given to one")
    void noTurning() throws SQLException {
        open(true);
        UUID packet = packet(real, "REQUESTED", 0);
        UUID ofSample = packet(sample, "REQUESTED", 0);
        UUID delivery = delivery(packet, "WAITING", 0);
        assertRefused(TURNED, () -> run("update application set sample = true where id = ?", real));
        assertRefused(TURNED, () -> run("update application set sample = false where id = ?", sample));
        assertRefused(
                ILLEGAL_STEP, () -> run("update packet set source_application_id = ? where id = ?", sample, packet));
        assertRefused(ILLEGAL_STEP, () -> run("update delivery set packet_id = ? where id = ?", ofSample, delivery));
    }

    private void open(boolean on) throws SQLException {
        run("select set_config('lgsp.sample_load', ?, true)", on ? "on" : "off");
    }

    private UUID application(boolean isSample) throws SQLException {
        UUID id = UUID.randomUUID();
        run(
                "insert into application (id, code, name, agency_id, environment, receives, state, sample, created_at)"
                        + " values (?, ?, 'Thử', (select id from agency order by id limit 1), 'TEST', false, 'ACTIVE', ?, now())",
                id,
                "thu-" + id,
                isSample);
        return id;
    }

    private UUID packet(UUID application, String state, int seq) throws SQLException {
        UUID id = UUID.randomUUID();
        run(
                "insert into packet (id, state, state_seq, source_application_id, source_agency_id, title, importance, data_type,"
                        + " protocol, created_at, updated_at) select ?, ?, ?, id, agency_id, 'Thử', 0, 'file', 'file', now(), now()"
                        + " from application where id = ?",
                id,
                state,
                seq,
                application);
        return id;
    }

    private UUID delivery(UUID packet, String state, int seq) throws SQLException {
        UUID id = UUID.randomUUID();
        run(
                "insert into delivery (id, packet_id, state, state_seq, destination_agency_id, destination_application_id, importance,"
                        + " created_at, updated_at) select ?, ?, ?, ?, agency_id, id, 0, now(), now() from application where id = ?",
                id,
                packet,
                state,
                seq,
                sample);
        return id;
    }

    private void content(UUID packet, String state, int seq) throws SQLException {
        run(
                "insert into content (packet_id, state, state_seq, updated_at) values (?, ?, ?, now())",
                packet,
                state,
                seq);
    }

    private void history(UUID packet, String state, int seq) throws SQLException {
        run(
                "insert into packet_history (packet_id, subject, subject_id, seq, to_state, at, actor, node)"
                        + " values (?, 'PACKET', ?, ?, ?, now(), 'thử', 'thử')",
                packet,
                packet,
                seq,
                state);
    }

    private int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
            return statement.getUpdateCount();
        }
    }

    private interface Change {
        void make() throws SQLException;
    }

    /** Each refusal is undone by itself, so that the next one can be tried in the same transaction. */
    private void assertRefused(String sqlState, Change change) throws SQLException {
        Savepoint before = connection.setSavepoint();
        SQLException refusal = catchThrowableOfType(SQLException.class, change::make);
        assertThat((Throwable) refusal).as(sqlState).isNotNull();
        assertThat(refusal.getSQLState()).as(refusal.getMessage()).isEqualTo(sqlState);
        connection.rollback(before);
    }
}
