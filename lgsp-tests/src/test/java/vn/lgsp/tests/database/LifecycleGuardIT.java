package vn.lgsp.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

    private interface Telling {
        void tell(Rows rows, Subject subject, List<String> way) throws SQLException;
    }

    /** Every step of the way, from the one with this number. */
    private static void tellFrom(int first, Rows rows, Subject subject, List<String> way) throws SQLException {
        for (int seq = first; seq < way.size(); seq++) {
            rows.told(subject, seq == 0 ? null : way.get(seq - 1), way.get(seq), seq);
        }
    }

    @Test
    @DisplayName("several steps pass at once when the history tells each of them before, and not otherwise")
    void severalSteps() throws SQLException {
        Map<String, Telling> lacking = Map.of(
                "nothing told", (rows, subject, way) -> {},
                "one left out",
                        (rows, subject, way) -> {
                            rows.told(subject, way.get(0), way.get(1), 1);
                            rows.told(subject, way.get(2), way.get(3), 3);
                        },
                "one that is in no table",
                        (rows, subject, way) -> {
                            rows.told(subject, way.get(0), way.get(2), 1);
                            rows.told(subject, way.get(2), way.get(2), 2);
                            rows.told(subject, way.get(2), way.get(3), 3);
                        },
                "one that does not lead to the next",
                        (rows, subject, way) -> {
                            rows.told(subject, way.get(0), way.get(1), 1);
                            rows.told(subject, way.get(2), way.get(3), 2);
                            rows.told(subject, way.get(2), way.get(3), 3);
                        },
                "the last left out",
                        (rows, subject, way) -> {
                            rows.told(subject, way.get(0), way.get(1), 1);
                            rows.told(subject, way.get(1), way.get(2), 2);
                        });
        for (Subject subject : Subject.values()) {
            List<String> way = way(subject);
            for (Map.Entry<String, Telling> lack : lacking.entrySet()) {
                try (Rows rows = new Rows(database)) {
                    rows.begin(subject, way.get(0));
                    rows.told(subject, null, way.get(0), 0);
                    lack.getValue().tell(rows, subject, way);
                    assertRefused(ILLEGAL_STEP, () -> rows.step(subject, way.get(3), 3));
                }
            }
            try (Rows rows = new Rows(database)) {
                rows.begin(subject, way.get(0));
                tellFrom(0, rows, subject, way);
                rows.step(subject, way.get(3), 3);
                rows.settle();
            }
        }
    }

    @Test
    @DisplayName("what has taken steps already comes in with the whole of its history, and not otherwise")
    void begunLater() throws SQLException {
        for (Subject subject : Subject.values()) {
            List<String> way = way(subject);
            try (Rows rows = new Rows(database)) {
                tellFrom(1, rows, subject, way);
                assertRefused(ILLEGAL_STEP, () -> rows.begin(subject, way.get(3), 3));
            }
            try (Rows rows = new Rows(database)) {
                tellFrom(0, rows, subject, way);
                assertRefused(ILLEGAL_STEP, () -> rows.begin(subject, way.get(2), 3));
            }
            try (Rows rows = new Rows(database)) {
                tellFrom(0, rows, subject, way);
                rows.begin(subject, way.get(3), 3);
                rows.settle();
            }
        }
    }

    @Test
    @DisplayName("who writes the history first is refused each step that is not in it at once")
    void historyFirst() throws SQLException {
        for (Subject subject : Subject.values()) {
            List<String> way = way(subject);
            try (Rows rows = new Rows(database)) {
                rows.historyFirst();
                assertRefused(ILLEGAL_STEP, () -> rows.begin(subject, way.get(0)));
            }
            try (Rows rows = new Rows(database)) {
                rows.historyFirst();
                rows.told(subject, null, way.get(0), 0);
                rows.begin(subject, way.get(0));
                rows.told(subject, way.get(0), way.get(1), 1);
                rows.step(subject, way.get(1), 1);
                assertRefused(ILLEGAL_STEP, () -> rows.step(subject, way.get(2), 2));
            }
        }
    }

    /** Four states, each the next of the one before. */
    private static List<String> way(Subject subject) {
        return switch (subject) {
            case PACKET -> List.of("REQUESTED", "GRANTED", "UPLOADING", "RECEIVED");
            case DELIVERY -> List.of("WAITING", "PLANNED", "ACCEPTED", "FETCHING");
            case CONTENT -> List.of("EMPTY", "STORED", "SHREDDED", "ERASED");
        };
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
        assertChangeRefused(HISTORY_CHANGED, "truncate packet_history");
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
                            "update content set state = 'SHREDDED', state_seq = 1 where packet_id = ?", rows.packet()));
        }
        try (Rows rows = new Rows(database)) {
            rows.begin(Subject.CONTENT, "EMPTY");
            assertRefused(
                    CHECK_VIOLATED,
                    () -> rows.run("update content set wrapped_key = null where packet_id = ?", rows.packet()));
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

    private void assertChangeRefused(String sqlState, String sql, Object... values) {
        IllegalStateException refusal =
                catchThrowableOfType(IllegalStateException.class, () -> database.update(sql, values));
        assertThat(refusal).isNotNull();
        assertThat(((SQLException) refusal.getCause()).getSQLState()).isEqualTo(sqlState);
    }
}
