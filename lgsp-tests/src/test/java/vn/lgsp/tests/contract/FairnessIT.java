package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lgsp.routing.control.InboxOrder;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Flood;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("One agency that floods slows no other: limits, queues in turn, urgent first (Điều 5.4, 4.2)")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FairnessIT {
    private static final int FLOOD = 100_000;
    /** What counts as a short queue beside the flood. */
    private static final int FEW = 5_000;

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Application source = Application.source(platform);
    private final Person operator = Person.named(platform, "vanhanh");
    private Receivers receivers;

    @BeforeAll
    void enter() {
        receivers = new Receivers(platform, source, 2);
    }

    private UUID applicationOf(String agency) {
        return (UUID) database.one(
                "select p.id from application p join agency a on a.id = p.agency_id where a.code = ?", agency);
    }

    @Test
    @DisplayName(
            "whoever asks too often gets 429 with Retry-After, others pass; limits of its own are set by operators")
    void flooder() {
        Application flooder = receivers.get(0);
        String limits = "/api/v1/applications/" + applicationOf(flooder.agency()) + "/rate-limits";
        assertThat(operator.get(limits).expect(200).get("reading").asInt()).isEqualTo(200);
        operator.send("PUT", limits, Map.of("reading", -1, "reason", "thử"), null)
                .refused(422, "request-invalid");
        Person.named(platform, "donvi")
                .send("PUT", limits, Map.of("reading", 1, "reason", "thử"), null)
                .refused(403, "forbidden");
        Answer set = operator.send("PUT", limits, Map.of("reading", 1, "reason", "Gửi dồn"), null)
                .expect(200);
        assertThat(set.get("sending").asInt()).as("as for all").isEqualTo(200);
        List<Answer> refused = new ArrayList<>();
        int passed = 0;
        for (int i = 0; i < 40; i++) {
            Answer answer = flooder.get("/api/v1/inbox");
            if (answer.status() == 429) {
                refused.add(answer);
            } else {
                answer.expect(200);
                passed++;
            }
        }
        assertThat(refused).as("ten at once, then one a second").hasSizeGreaterThan(5);
        assertThat(passed).isGreaterThanOrEqualTo(10);
        Answer last = refused.get(refused.size() - 1).refused(429, "rate-limited");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 2);
        receivers.get(1).get("/api/v1/inbox").expect(200);
        flooder.post("/api/v1/sessions").expect(201);

        Map<String, Object> usual = new HashMap<>(Map.of("reason", "Đã xong"));
        usual.put("reading", null);
        operator.send("PUT", limits, usual, null).expect(200);
        Awaitility.await("the usual limit counts again")
                .atMost(Duration.ofSeconds(10))
                .until(() -> flooder.get("/api/v1/inbox").status() == 200);
    }

    @Test
    @DisplayName("the token service is no way around: what asks it too often waits, and is told in the words of OAuth")
    void flooderOfTheTokenService() {
        Application flooder = new Receivers(platform, source, 1).get(0);
        String limits = "/api/v1/applications/" + applicationOf(flooder.agency()) + "/rate-limits";
        operator.send("PUT", limits, Map.of("sending", 1, "reason", "Xin vé dồn dập"), null)
                .expect(200);
        Answer refused = Stream.generate(() ->
                        flooder.call("POST", "/oauth2/token").form(Map.of()).send())
                .limit(40)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow()
                .refused(429, "rate-limited");
        assertThat(refused.get("error").asText()).isEqualTo("temporarily_unavailable");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 2);
        source.call("POST", "/oauth2/token").form(Map.of()).send().refused(400, "request-malformed");
    }

    @Test
    @DisplayName("a destination for which enough waits gets no more until it has taken some; others do")
    void fullQueue() {
        Parcel waiting = sent(receivers.get(1), 1, "normal");
        limit("1");
        try {
            Answer refused = Awaitility.await("the limit counts")
                    .until(() -> request(1), answer -> answer.status() != 201)
                    .refused(429, "waiting-full");
            assertThat(refused.header("Retry-After")).isEqualTo("60");
            waiting.accept().fetch().confirm();
            Awaitility.await("there is room again").until(() -> request(1).status() == 201);
        } finally {
            limit(null);
        }
    }

    private Answer request(int index) {
        Map<String, Object> body = Parcel.request(receivers.get(index));
        body.put("recipients", List.of(receivers.entry(index)));
        body.put("dataType", receivers.dataType());
        return source.post("/api/v1/packets", body);
    }

    /** How many packets may wait for a destination; null for the default. */
    private void limit(String packets) {
        database.setting("lgsp.waiting.destination.packets", packets);
    }

    private Parcel sent(Application to, int index, String importance) {
        return Parcel.granted(
                        source,
                        to,
                        Map.of(
                                "recipients",
                                List.of(receivers.entry(index)),
                                "dataType",
                                receivers.dataType(),
                                "importance",
                                importance))
                .upload("a.txt", new byte[] {1})
                .complete();
    }

    @Test
    @DisplayName(
            "urgent overtakes 100,000 that wait, at the cost of overtaking some, and what another source has comes in turn: in the inbox and where it falls due")
    void urgentOvertakes() {
        Application destination = receivers.get(0);
        try (Flood stranger = new Flood(platform, source, destination).add(FEW)) {
            Parcel normal = sent(destination, 0, "normal");
            Parcel urgent = sent(destination, 0, "urgent");
            Cost few = cost(destination);
            stranger.add(FLOOD - FEW);
            Parcel flash = sent(destination, 0, "flash");
            List<String> packets = destination
                    .get("/api/v1/inbox?limit=5")
                    .expect(200)
                    .get("items")
                    .findValuesAsText("packetId");
            assertThat(packets.subList(0, 2))
                    .containsExactly(flash.id().toString(), urgent.id().toString());
            assertThat(packets.subList(2, 4))
                    .as("one of each source")
                    .contains(normal.id().toString());
            Cost many = cost(destination);
            assertThat(many.rows()).as("rows read of 100,000").isLessThan(200);
            assertThat(many.buffers())
                    .as("pages touched of 100,000 where %s are of %s", few, FEW)
                    .isLessThan(few.buffers() * 2);
            assertInTurn(stranger.agency(), normal);
        }
    }

    /** Thousands of one source are due at once; the one of another source does not wait for them. */
    private void assertInTurn(String flooding, Parcel other) {
        String due =
                """
                select count(*) from delivery d join agency a on a.id = d.source_agency_id
                where a.code = ? and d.next_attempt_at <= now() and d.attempts = 1
                """;
        database.update(
                """
                update delivery set next_attempt_at = now() - interval '1 minute'
                where source_agency_id = (select id from agency where code = ?)
                """,
                flooding);
        database.update("update delivery set next_attempt_at = now() where id = ?", other.delivery());
        Awaitility.await("announced in its turn")
                .pollInterval(Duration.ofMillis(100))
                .until(() -> database.count("select attempts from delivery where id = ?", other.delivery()) == 2);
        assertThat(database.count(due, flooding))
                .as("the flood is not half done")
                .isGreaterThan(FLOOD / 2);
    }

    /** What an answer costs: rows that were read, and pages of 8 KiB that were touched. */
    private record Cost(long rows, long buffers) {}

    /** Of the next five for a destination, by the plan, which uses the index. */
    private Cost cost(Application destination) {
        List<String> plan = explained(destination);
        assertThat(String.join("\n", plan))
                .as("found by the index, however many wait")
                .contains("_destination_application_id_importance_");
        long rows = plan.stream()
                .filter(line -> line.contains("Scan") && line.contains("actual"))
                .map(line -> line.replaceAll(".*actual time=\\S+ rows=([0-9.]+) loops=([0-9]+).*", "$1 $2")
                        .split(" "))
                .mapToLong(pair -> (long) (Double.parseDouble(pair[0]) * Long.parseLong(pair[1])))
                .sum();
        String whole = plan.stream()
                .filter(line -> line.contains("Buffers: shared"))
                .findFirst()
                .orElseThrow();
        long buffers = Pattern.compile("(?:hit|read)=(\\d+)")
                .matcher(whole)
                .results()
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
        return new Cost(rows, buffers);
    }

    /** How the platform's own query runs, with the settings under which it runs it. */
    private List<String> explained(Application destination) {
        String sql = InboxOrder.NEXT
                .replace(":application", "'" + applicationOf(destination.agency()) + "'")
                .replace(":most", "5");
        List<String> plan = new ArrayList<>();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_sort = off");
            statement.execute("set jit = off");
            try (ResultSet rows = statement.executeQuery("explain (analyze, buffers) " + sql)) {
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return plan;
    }
}
