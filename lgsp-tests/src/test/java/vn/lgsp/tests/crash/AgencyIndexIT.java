package vn.lgsp.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;

@DisplayName("The index of agencies")
class AgencyIndexIT {
    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final String WAITS =
            "select count(*) from pg_locks where relation = 'agency_change'::regclass and not granted";

    @Test
    @DisplayName(
            "is built in the background when a node starts: the node is ready before, and no search has to ask for it")
    void built() throws SQLException {
        try (PlatformProcess first = PlatformProcess.start("index")) {
            Database database = first.database();
            try (Connection held = database.open();
                    Statement statement = held.createStatement()) {
                held.setAutoCommit(false);
                statement.execute("lock table agency_change in access exclusive mode");
                // It starts on the same database, and is ready while the index cannot be read.
                try (PlatformProcess second = PlatformProcess.node("index-second", first, Map.of())) {
                    second.awaitReady();
                    Awaitility.await("the index is asked for by the start alone")
                            .atMost(PATIENT)
                            .until(() -> database.count(WAITS) == 1);
                    held.rollback();
                    Awaitility.await("the index is read").atMost(PATIENT).until(() -> database.count(WAITS) == 0);
                    assertThat(Person.named(first, "vanhanh")
                                    .at(second)
                                    .get("/api/v1/agencies?q=so+noi+vu")
                                    .expect(200)
                                    .get("items"))
                            .isNotEmpty();
                }
            }
        }
    }
}
