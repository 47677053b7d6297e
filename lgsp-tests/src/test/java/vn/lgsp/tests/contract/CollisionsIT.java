package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Batches that take the same quotas in crossing orders are both sent, each packet once (Điều 4.2)")
class CollisionsIT {
    private static final int QUOTA = 1_000;

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Application source = Application.source(platform);

    private final Receivers receivers = new Receivers(platform, source, 3);

    /** The destinations in the order in which one request takes their quotas. */
    private final List<Integer> inOrder = IntStream.range(0, 3)
            .boxed()
            .sorted(Comparator.comparing(
                    index -> (UUID) database.one("select id from agency where code = ?", agency(index))))
            .toList();

    private String agency(int index) {
        return receivers.get(index).agency();
    }

    private Map<String, Object> item(Integer... to) {
        Map<String, Object> item = Parcel.request(receivers.get(0));
        item.put("recipients", Stream.of(to).map(receivers::entry).toList());
        item.put("dataType", receivers.dataType());
        item.put("files", List.of(Map.of("name", "a.txt", "content", "YQ==")));
        return item;
    }

    private CompletableFuture<Answer> send(List<Map<String, Object>> items) {
        return CompletableFuture.supplyAsync(() -> source.post("/api/v1/packets:send", Map.of("items", items)));
    }

    @Test
    @DisplayName("the one that the database ends is sent again, and neither says that anything was wrong")
    void crossed() throws SQLException {
        database.update("update access_right set daily_quota = ? where data_type = ?", QUOTA, receivers.dataType());
        int first = inOrder.get(0);
        int second = inOrder.get(1);
        int third = inOrder.get(2);
        // From here on there are rows that can be locked.
        send(List.of(item(first), item(second), item(third))).join().expect(200);
        try (Connection other = database.open()) {
            other.setAutoCommit(false);
            take(other, first);
            // Has the third, and waits for the first; goes on to the second.
            CompletableFuture<Answer> one = send(List.of(item(third), item(first, second)));
            awaitWaiting(1);
            // Has the second, and waits for the third.
            CompletableFuture<Answer> two = send(List.of(item(second, third)));
            awaitWaiting(2);
            other.rollback();
            assertSent(one.join(), 2);
            assertSent(two.join(), 1);
        }
        assertThat(IntStream.range(0, 3)
                        .mapToObj(index -> database.count(
                                """
                                select u.packets from access_right_use u join access_right r on r.id = u.right_id
                                join agency a on a.id = r.destination_agency_id where r.data_type = ? and a.code = ?
                                """,
                                receivers.dataType(),
                                agency(inOrder.get(index)))))
                .as("packets counted under each right")
                .containsExactly(2L, 3L, 3L);
        assertThat(database.count(
                        "select count(*) from packet where data_type = ? and state = 'PLANNED'", receivers.dataType()))
                .isEqualTo(6);
    }

    private void take(Connection connection, int index) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                """
                select u.packets from access_right_use u join access_right r on r.id = u.right_id
                join agency a on a.id = r.destination_agency_id where r.data_type = ? and a.code = ? for update of u
                """)) {
            lock.setString(1, receivers.dataType());
            lock.setString(2, agency(index));
            assertThat(lock.executeQuery().next()).isTrue();
        }
    }

    private void awaitWaiting(int transactions) {
        Awaitility.await("waiting for quotas")
                .until(() -> database.count(
                                """
                                select count(*) from pg_stat_activity
                                where wait_event_type = 'Lock' and query like '%access_right_use%' and datname = current_database()
                                """)
                        == transactions);
    }

    private static void assertSent(Answer answer, int items) {
        assertThat(answer.expect(200).get("results").findValuesAsText("status"))
                .as("%s", answer)
                .hasSize(items)
                .containsOnly("201");
    }
}
