package vn.lgsp.tests.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;

@DisplayName("A list of agencies that was being entered when the plug was pulled")
class AgencyImportCrashIT {
    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final int DEPARTMENTS = 90;
    private static final int UNITS = 90;
    private static final int ROWS = 1 + DEPARTMENTS + DEPARTMENTS * UNITS;
    /** Where the list stands still. */
    private static final int EARLY = 1;

    private static final int LATE = 2;
    private static final String TOP = "A77";
    private static final String ENTERED = "select count(*) from agency where code_qd20 like 'A77%'";

    private static PlatformProcess platform;

    @BeforeAll
    static void start() {
        platform = PlatformProcess.start("imports", Map.of());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @DisplayName(
            "goes on after the restart: each row is entered once, those above first, and the progress is right; others may change the "
                    + "directory meanwhile")
    void resumed() {
        Person operator = Person.named(platform, "vanhanh");
        UUID list = operator.post("/api/v1/agency-imports", Map.of("name", "danh sách dài"))
                .expect(201)
                .id("id");
        String path = "/api/v1/agency-imports/" + list;
        assertThat(operator.put(path + "/file", "text/csv", file())
                        .expect(200)
                        .get("total")
                        .asInt())
                .isEqualTo(ROWS);
        operator.post(path + ":check", Map.of()).expect(200);
        Awaitility.await("checked").atMost(PATIENT).until(() -> state().equals("CHECKED"));
        assertThat(operator.get(path).get("added").asInt()).isEqualTo(ROWS);

        String tag = operator.get("/api/v1/agencies/H23.02/details").header("ETag");
        try (Standstill standstill = new Standstill(
                platform,
                "agency",
                "case new.code_qd20 when 'A77.30.01' then %d when 'A77.60.01' then %d end".formatted(EARLY, LATE),
                EARLY,
                LATE)) {
            operator.post(path + ":run", Map.of()).expect(200);
            standstill.await(EARLY, 1);
            // A change of somebody else comes in between two pages of the list.
            CompletableFuture<Answer> locking = CompletableFuture.supplyAsync(
                    () -> operator.send("POST", "/api/v1/agencies/H23.02:lock", Map.of("reason", "xen giữa"), tag));
            Awaitility.await("the change is made, or waits for the directory")
                    .until(() -> locking.isDone()
                            || platform.database()
                                            .count(
                                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and wait_event <> 'advisory'")
                                    > 0);
            standstill.letGo(EARLY);
            locking.join().expect(200);
            standstill.await(LATE, 1);
            platform.kill9();
        }
        // Before the restart: the list goes on with it at once.
        long before = done();
        assertThat(before).isBetween(500L, ROWS - 1L);
        assertThat(platform.database().count(ENTERED)).isEqualTo(before);
        platform.restart();

        Awaitility.await("the list ends").atMost(PATIENT).until(() -> state().equals("DONE"));
        Database database = platform.database();
        assertThat(database.count(ENTERED)).isEqualTo(ROWS);
        assertThat(database.count("select count(distinct code) from agency where code_qd20 like 'A77%'"))
                .isEqualTo(ROWS);
        assertThat(
                        database.count(
                                """
                        select count(*) from agency_version v join agency a on a.id = v.agency_id where a.code_qd20 like 'A77%'
                        """))
                .isEqualTo(ROWS);
        assertThat(database.count(
                        """
                        select count(*) from agency_import_row r join agency a on a.id = r.new_id and a.code_qd20 = r.code_qd20
                        where r.import_id = ? and r.outcome = 'DONE'
                        """,
                        list))
                .isEqualTo(ROWS);
        assertThat(entered(revision("H23.02"))).isBetween(500L, ROWS - 1L);
        var ended = Person.named(platform, "vanhanh").get(path).expect(200);
        assertThat(ended.get("done").asInt()).isEqualTo(ROWS);
        assertThat(ended.get("refused").asInt()).isZero();
        exported();
    }

    /** What is exported over several pages, and read again, changes nothing. */
    private static void exported() {
        Person operator = Person.named(platform, "vanhanh");
        byte[] file = operator.get("/api/v1/agencies/export?within=" + TOP)
                .expect(200)
                .body();
        assertThat(new String(file, UTF_8).lines().skip(1).distinct()).hasSize(ROWS);
        String path = "/api/v1/agency-imports/"
                + operator.post("/api/v1/agency-imports", Map.of("name", "lần hai"))
                        .expect(201)
                        .id("id");
        operator.put(path + "/file", "text/csv", file).expect(200);
        operator.send("POST", path + ":check", null, null).expect(200);
        Awaitility.await("checked")
                .atMost(PATIENT)
                .until(() -> operator.get(path).get("state").asText().equals("checked"));
        assertThat(operator.get(path).get("unchanged").asInt()).isEqualTo(ROWS);
        assertThat(operator.get(path + "/problems").get("items")).isEmpty();
    }

    private static byte[] file() {
        StringBuilder text = new StringBuilder("code,name,parent\n").append(TOP).append(",Tỉnh,\n");
        for (int i = 1; i <= DEPARTMENTS; i++) {
            String above = "%s.%02d".formatted(TOP, i);
            // Those below come first in the file.
            for (int j = 1; j <= UNITS; j++) {
                text.append("%s.%02d,Đơn vị %d.%d,%s%n".formatted(above, j, i, j, above));
            }
            text.append("%s,Sở %d,%s%n".formatted(above, i, TOP));
        }
        return text.toString().getBytes(UTF_8);
    }

    private static long done() {
        return platform.database().count("select done from agency_import");
    }

    private static String state() {
        return (String) platform.database().one("select state from agency_import");
    }

    private static long revision(String code) {
        return platform.database()
                .count(
                        "select revision from agency_change c join agency a on a.id = c.agency_id where a.code_qd20 = ?",
                        code);
    }

    /** How many rows of the list were entered before a revision of the directory. */
    private static long entered(long revision) {
        return platform.database()
                .count(
                        """
                        select count(*) from agency_change c join agency a on a.id = c.agency_id
                        where a.code_qd20 like 'A77%' and c.revision < ?
                        """,
                        revision);
    }
}
