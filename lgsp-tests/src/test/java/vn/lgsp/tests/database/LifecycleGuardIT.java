package vn.lgsp.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry.Subject;
import vn.lgsp.model.packet.Lifecycle;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("The database takes the steps of the tables, with their history, and no others")
class LifecycleGuardIT {
    private static final String ILLEGAL_STEP = "LG001";
    private static final String NO_HISTORY = "LG002";
    private static final String HISTORY_CHANGED = "LG003";
    private static final String CHECK_VIOLATED = "23514";

    private final Database database = SharedPlatform.get().database();

    @TestFactory
    @DisplayName("the table in the database is the table in the code")
    Stream<DynamicTest> sameTables() {
        return Stream.of(
                sameTable(Subject.PACKET, PacketState.values()),
                sameTable(Subject.DELIVERY, DeliveryState.values()),
                sameTable(Subject.CONTENT, ContentState.values()));
    }

    private <S extends Enum<S> & Lifecycle<S>> DynamicTest sameTable(Subject subject, S[] states) {
        return DynamicTest.dynamicTest(subject.name(), () -> {
            Set<Object> code = new TreeSet<>();
            for (S from : states) {
                from.next().forEach(to -> code.add(from + " " + to));
            }
            assertThat(new TreeSet<>(database.column(
                            "select from_state || ' ' || to_state from lifecycle_transition where subject = ?",
                            subject.name())))
                    .isEqualTo(code);
        });
    }

    @TestFactory
    @DisplayName("every step of the tables passes, every other one is refused")
    Stream<DynamicTest> steps() {
        return Stream.of(
                        steps(Subject.PACKET, PacketState.values(), PacketState.REQUESTED),
                        steps(Subject.DELIVERY, DeliveryState.values(), DeliveryState.WAITING),
                        steps(Subject.CONTENT, ContentState.values(), ContentState.EMPTY))
                .flatMap(tests -> tests);
    }

    private <S extends Enum<S> & Lifecycle<S>> Stream<DynamicTest> steps(Subject subject, S[] states, S first) {
        Map<S, List<S>> ways = ways(first);
        assertThat(ways).as("every state can be reached").hasSize(states.length);
        return Stream.of(states)
                .map(from -> DynamicTest.dynamicTest(subject + " from " + from, () -> {
                    for (S to : states) {
                        if (to != from) {
                            assertThat(step(subject, first, ways.get(from), to))
                                    .as("%s to %s", from, to)
                                    .isEqualTo(from.mayBecome(to) ? "" : ILLEGAL_STEP);
                        }
                    }
                }));
    }

    /** The shortest way to every state. */
    private static <S extends Enum<S> & Lifecycle<S>> Map<S, List<S>> ways(S first) {
        Map<S, List<S>> ways = new EnumMap<>(first.getDeclaringClass());
        Deque<S> open = new ArrayDeque<>(List.of(first));
        ways.put(first, List.of());
        while (!open.isEmpty()) {
            S state = open.remove();
            for (S next : state.next()) {
                if (!ways.containsKey(next)) {
                    ways.put(
                            next,
                            Stream.concat(ways.get(state).stream(), Stream.of(next))
                                    .toList());
                    open.add(next);
                }
            }
        }
        return ways;
    }

    /** Goes the way and then takes the step, in a transaction that is never committed; returns the SQLSTATE of a refusal. */
    private <S extends Enum<S>> String step(Subject subject, S first, List<S> way, S to) throws SQLException {
        try (Rows rows = new Rows(database)) {
            rows.begin(subject, first.name());
            int seq = 0;
            for (S state : way) {
                rows.step(subject, state.name(), ++seq);
            }
            rows.step(subject, to.name(), ++seq);
            return "";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    @Test
    @DisplayName("nothing begins in the middle, and no step is counted twice or left out")
    void beginningAndCount() throws SQLException {
        for (Subject subject : Subject.values()) {
            try (Rows rows = new Rows(database)) {
                assertRefused(ILLEGAL_STEP, () -> rows.begin(subject, second(subject)));
            }
            try (Rows rows = new Rows(database)) {
                rows.begin(subject, beginning(subject));
                assertRefused(ILLEGAL_STEP, () -> rows.step(subject, second(subject), 2));
            }
        }
    }

    @Test
    @DisplayName("a step without its history cannot be committed; with it, it can")
    void witness() throws SQLException {
        for (Subject subject : Subject.values()) {
            try (Rows rows = new Rows(database)) {
                rows.begin(subject, beginning(subject));
                assertRefused(NO_HISTORY, rows::settle);
            }
            try (Rows rows = new Rows(database)) {
                rows.begin(subject, beginning(subject));
                rows.history(subject, beginning(subject), 0);
                rows.step(subject, second(subject), 1);
                rows.history(subject, beginning(subject), 1);
                assertRefused(NO_HISTORY, rows::settle);
            }
            try (Rows rows = new Rows(database)) {
                rows.begin(subject, beginning(subject));
                rows.history(subject, beginning(subject), 0);
                rows.step(subject, second(subject), 1);
                rows.history(subject, second(subject), 1);
                rows.settle();
            }
        }
    }

    @Test
    @DisplayName("history is not changed and not removed")
    void history() {
        UUID packet = Parcel.granted(
                        Application.source(SharedPlatform.get()), Application.destination(SharedPlatform.get()))
                .id();
        List<Object> before = database.column("select actor from packet_history where packet_id = ?", packet);
        assertChangeRefused(HISTORY_CHANGED, "update packet_history set actor = 'ai khác' where packet_id = ?", packet);
        assertChangeRefused(HISTORY_CHANGED, "delete from packet_history where packet_id = ?", packet);
        assertThat(database.column("select actor from packet_history where packet_id = ?", packet))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("shredded content has no key, content that is kept has one")
    void keys() throws SQLException {
        try (Rows rows = new Rows(database)) {
            rows.begin(Subject.CONTENT, "EMPTY");
            assertRefused(
                    CHECK_VIOLATED,
                    () -> rows.run(
                            "update content set state = 'SHREDDED', state_seq = 1 where packet_id = ?", rows.packet));
        }
        try (Rows rows = new Rows(database)) {
            rows.begin(Subject.CONTENT, "EMPTY");
            assertRefused(
                    CHECK_VIOLATED,
                    () -> rows.run("update content set wrapped_key = null where packet_id = ?", rows.packet));
        }
    }

    private static String beginning(Subject subject) {
        return switch (subject) {
            case PACKET -> "REQUESTED";
            case DELIVERY -> "WAITING";
            case CONTENT -> "EMPTY";
        };
    }

    private static String second(Subject subject) {
        return switch (subject) {
            case PACKET -> "GRANTED";
            case DELIVERY -> "PLANNED";
            case CONTENT -> "STORED";
        };
    }

    private interface Change {
        void make() throws SQLException;
    }

    private static void assertRefused(String sqlState, Change change) {
        SQLException refusal = catchThrowableOfType(SQLException.class, change::make);
        assertThat((Throwable) refusal).as(sqlState).isNotNull();
        assertThat(refusal.getSQLState()).isEqualTo(sqlState);
    }

    private void assertChangeRefused(String sqlState, String sql, UUID packet) {
        IllegalStateException refusal =
                catchThrowableOfType(IllegalStateException.class, () -> database.update(sql, packet));
        assertThat(refusal).isNotNull();
        assertThat(((SQLException) refusal.getCause()).getSQLState()).isEqualTo(sqlState);
    }

    /** A packet with a delivery and content in a transaction that is rolled back in the end. */
    private static final class Rows implements AutoCloseable {
        private static final Map<Subject, String> TABLES =
                Map.of(Subject.PACKET, "packet", Subject.DELIVERY, "delivery", Subject.CONTENT, "content");

        private final Connection connection;
        private final UUID packet = UUID.randomUUID();
        private final UUID delivery = UUID.randomUUID();

        Rows(Database database) throws SQLException {
            connection = database.open();
            connection.setAutoCommit(false);
        }

        void begin(Subject subject, String state) throws SQLException {
            String source = "(select id from application order by id limit 1)";
            String agency = "(select agency_id from application order by id limit 1)";
            String packetState = subject == Subject.PACKET ? state : "REQUESTED";
            run(
                    "insert into packet (id, state, state_seq, source_application_id, source_agency_id, title, importance, data_type,"
                            + " protocol, created_at, updated_at) values (?, ?, 0, " + source + ", " + agency
                            + ", 'Thử', 0, 'file', 'file', now(), now())",
                    packet,
                    packetState);
            if (subject == Subject.DELIVERY) {
                history(Subject.PACKET, "REQUESTED", 0);
                run(
                        "insert into delivery (id, packet_id, state, state_seq, destination_agency_id, destination_application_id,"
                                + " importance, created_at, updated_at) values (?, ?, ?, 0, " + agency + ", " + source
                                + ", 0, now(), now())",
                        delivery,
                        packet,
                        state);
            }
            if (subject == Subject.CONTENT) {
                history(Subject.PACKET, "REQUESTED", 0);
                run(
                        "insert into content (packet_id, state, state_seq, wrapped_key, master_key_id, updated_at)"
                                + " values (?, ?, 0, ?, 'thu', now())",
                        packet,
                        state,
                        new byte[] {1});
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
}
