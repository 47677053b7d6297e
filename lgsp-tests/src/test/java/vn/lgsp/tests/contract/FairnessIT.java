package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lgsp.routing.control.InboxOrder;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("One agency that floods slows no other: limits, queues in turn, urgent first (Điều 5.4, 4.2)")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FairnessIT {
    private static final int FLOOD = 20_000;

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

    /** Packets in the name of a stranger that wait for a destination, all of them normal; as samples come, for requests would take minutes. */
    private String flood(Application destination) {
        String agency = new Province(platform).agencyBelow();
        asSample(
                """
                create temporary table flood on commit drop as
                select uuid_at(now() - interval '1 hour' + n * interval '1 millisecond') as id, a.id as agency, s.id as source,
                    r.id as receiver, r.agency_id as receiver_agency
                from generate_series(1, %d) n, agency a, application s, application r
                where a.code = '%s' and s.id = '%s' and r.id = '%s'
                """
                        .formatted(FLOOD, agency, applicationOf(source.agency()), applicationOf(destination.agency())),
                """
                insert into packet_history (packet_id, subject, subject_id, seq, from_state, to_state, at, actor, node)
                select id, subject, id, seq, before, state, now(), 'thử', 'thử' from flood,
                    (values ('PACKET', 4, 'RECEIVED', 'PLANNED'), ('DELIVERY', 1, 'WAITING', 'PLANNED'), ('CONTENT', 1, 'EMPTY', 'STORED'))
                    as steps (subject, seq, before, state)
                """,
                """
                insert into packet (id, state, state_seq, source_application_id, source_agency_id, title, importance, data_type, protocol,
                    created_at, updated_at)
                select id, 'PLANNED', 4, source, agency, 'Gói tin dồn', 0, 'file', 'file', now(), now() from flood
                """,
                """
                insert into content (packet_id, state, state_seq, wrapped_key, master_key_id, updated_at)
                select id, 'STORED', 1, '\\x00', 'none', now() from flood
                """,
                """
                insert into delivery (id, packet_id, state, state_seq, destination_agency_id, destination_application_id, importance, deadline,
                    attempts, created_at, updated_at)
                select id, id, 'PLANNED', 1, receiver_agency, receiver, 0, now() + interval '1 day', 1, now(), now() from flood
                """);
        database.update("analyze delivery");
        return agency;
    }

    /** Takes the flood away again: it would be in the figures of other tests. */
    private void drain(String agency) {
        String packets =
                " where packet_id in (select p.id from packet p join agency a on a.id = p.source_agency_id where a.code = '%s')"
                        .formatted(agency);
        asSample(
                "delete from delivery_attempt" + packets,
                "delete from packet_history" + packets,
                "delete from packet_search" + packets,
                "delete from content" + packets,
                "delete from delivery" + packets,
                "delete from packet where source_agency_id = (select id from agency where code = '%s')"
                        .formatted(agency));
    }

    private void asSample(String... statements) {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('lgsp.sample_load', 'on', true)");
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
            "urgent overtakes 20,000 that wait, and what another source has comes in turn: in the inbox and where it falls due")
    void urgentOvertakes() {
        Application destination = receivers.get(0);
        String stranger = flood(destination);
        try {
            Parcel normal = sent(destination, 0, "normal");
            Parcel urgent = sent(destination, 0, "urgent");
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
            assertPlan(destination);
            assertInTurn(stranger, normal);
        } finally {
            drain(stranger);
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

    private void assertPlan(Application destination) {
        List<String> plan = explained(destination);
        assertThat(String.join("\n", plan))
                .as("found by the index, however many wait")
                .contains("_destination_application_id_importance_");
        long read = plan.stream()
                .filter(line -> line.contains("Scan") && line.contains("actual"))
                .map(line -> line.replaceAll(".*actual time=\\S+ rows=([0-9.]+) loops=([0-9]+).*", "$1 $2")
                        .split(" "))
                .mapToLong(pair -> (long) (Double.parseDouble(pair[0]) * Long.parseLong(pair[1])))
                .sum();
        assertThat(read).as("rows read of 20,000").isLessThan(200);
    }

    /** How the platform's own query runs. */
    private List<String> explained(Application destination) {
        String sql = InboxOrder.NEXT
                .replace(":application", "'" + applicationOf(destination.agency()) + "'")
                .replace(":most", "5");
        return database.column("explain (analyze) " + sql).stream()
                .map(String.class::cast)
                .toList();
    }
}
