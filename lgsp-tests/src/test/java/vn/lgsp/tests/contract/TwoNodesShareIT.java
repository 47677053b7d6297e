package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName(
        "Two nodes share what there is once: one bucket of requests, and every due thing is done by one of them (Điều 5.6)")
class TwoNodesShareIT {
    private static final int AT_ONCE = 50;
    private static final int ROUNDS = 12;

    private static PlatformProcess here;
    private static PlatformProcess there;
    private static Database database;

    @BeforeAll
    static void start() {
        here = SharedPlatform.get();
        database = here.database();
        there = PlatformProcess.node("sharing", here, Map.of());
        there.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (there != null) {
            there.close();
        }
    }

    private static UUID idOf(Application application) {
        return (UUID) database.one(
                "select application_id from access_key where access_key = ?",
                application.credentials().accessKey());
    }

    @Test
    @DisplayName("who asks both nodes in turn gets what one node would have given, and is refused on both")
    void oneBucket() {
        Application one = new Receivers(here, Application.source(here), 1).get(0);
        Application elsewhere = new Application(there.base(), one.credentials());
        Person.named(here, "vanhanh")
                .send(
                        "PUT",
                        "/api/v1/applications/" + idOf(one) + "/rate-limits",
                        Map.of("reading", 1, "reason", "Thử hai nút"),
                        null)
                .expect(200);
        Instant begin = Instant.now();
        int[] passed = new int[2];
        int[] refused = new int[2];
        for (int i = 0; i < 60; i++) {
            int node = i % 2;
            int status = (node == 0 ? one : elsewhere).get("/api/v1/inbox").status();
            assertThat(status).isIn(200, 429);
            (status == 200 ? passed : refused)[node]++;
        }
        long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;
        assertThat(passed[0] + passed[1])
                .as("ten at once, then one a second, on both together: %s and %s", passed[0], passed[1])
                .isBetween(10, (int) (10 + seconds));
        assertThat(refused).as("refused on each").doesNotContain(0);
    }

    /** Packets to one destination that nobody else sends to, as many at once as a request takes. */
    private static final class Sent {
        private final Receivers receivers = new Receivers(here, Application.source(here), 2);
        private final Application source = receivers.get(1);
        private final Application destination = receivers.get(0);

        Sent() {
            // Who is told of what nobody took, and when it was last told, is this test's alone.
            database.update(
                    """
                    insert into access_right (id, source_application_id, destination_agency_id, data_type, valid_from, created_at)
                    select gen_random_uuid(), ?, d.id, ?, now() - interval '1 hour', now() from agency d where d.code = ?
                    """,
                    idOf(source),
                    receivers.dataType(),
                    destination.agency());
            database.update("update application set sends = true where id = ?", idOf(source));
        }

        void more(int number) {
            List<Map<String, Object>> items = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                Map<String, Object> item = Parcel.request(destination);
                item.put("dataType", receivers.dataType());
                item.put("files", List.of(Map.of("name", "a.txt", "content", "YQ==")));
                items.add(item);
            }
            assertThat(source.post("/api/v1/packets:send", Map.of("items", items))
                            .expect(200)
                            .get("results")
                            .findValuesAsText("status"))
                    .hasSize(number)
                    .containsOnly("201");
        }

        /** Changes deliveries that are under way. */
        void set(String assignment) {
            assertThat(database.update(
                            "update delivery set " + assignment
                                    + " where destination_application_id = ? and state in ('PLANNED', 'NOTIFIED')",
                            idOf(destination)))
                    .isPositive();
        }

        long count(String condition) {
            return database.count(
                    "select count(*) from delivery d where d.destination_application_id = ? and " + condition,
                    idOf(destination));
        }

        /** How often each delivery was told of to an application, by events of a kind: the numbers that occur. */
        List<Object> told(Application to, String type) {
            return database.column(
                    """
                    select distinct count(e.id) from delivery d
                    left join event e on e.packet_id = d.packet_id and e.delivery_id = d.id and e.application_id = ? and e.type = ?
                    where d.destination_application_id = ? group by d.id
                    """,
                    idOf(to),
                    "vn.lgsp.packet." + type + ".v1",
                    idOf(destination));
        }
    }

    @Test
    @DisplayName("what is overdue expires once, each side is told once, and both nodes take part")
    void expiries() {
        Sent sent = new Sent();
        for (int round = 0; round < ROUNDS && nodes(sent).size() < 2; round++) {
            sent.more(AT_ONCE);
            sent.set("deadline = now()");
            Awaitility.await("expired").until(() -> sent.count("state <> 'EXPIRED'") == 0);
        }
        assertThat(nodes(sent)).as("nodes that took part").hasSize(2);
        assertThat(sent.told(sent.source, "expired")).containsExactly(1L);
        assertThat(sent.told(sent.destination, "expired")).containsExactly(1L);
        assertThat(database.column(
                        """
                        select distinct count(*) from packet_history h join delivery d on d.packet_id = h.packet_id
                        where d.destination_application_id = ? and h.to_state in ('EXPIRED', 'UNDELIVERED', 'SHREDDED', 'ERASED')
                        group by h.subject, h.subject_id, h.to_state
                        """,
                        idOf(sent.destination)))
                .as("steps, each once")
                .containsExactly(1L);
    }

    private static List<Object> nodes(Sent sent) {
        return database.column(
                """
                select distinct h.node from packet_history h join delivery d on d.id = h.subject_id
                where d.destination_application_id = ? and h.to_state = 'EXPIRED'
                """,
                idOf(sent.destination));
    }

    @Test
    @DisplayName("what falls due to be announced again is announced once each time, by both nodes together")
    void announcements() {
        Sent sent = new Sent();
        sent.more(AT_ONCE);
        // Who has not read the first announcement is not sent another one.
        sent.destination.get("/api/v1/inbox?max=200").expect(200);
        assertThat(sent.count("state = 'NOTIFIED'")).isEqualTo(AT_ONCE);
        for (int attempt = 2; attempt < 6; attempt++) {
            sent.set("next_attempt_at = now()");
            int number = attempt;
            Awaitility.await("announced again").until(() -> sent.count("attempts = " + number) == AT_ONCE);
        }
        assertThat(database.column(
                        """
                        select distinct count(*) from delivery_attempt t join delivery d on d.id = t.delivery_id
                        where d.destination_application_id = ? group by d.id, t.attempt
                        """,
                        idOf(sent.destination)))
                .as("each attempt of each delivery once")
                .containsExactly(1L);
        assertThat(sent.told(sent.destination, "ready")).containsExactly(5L);
    }

    @Test
    @DisplayName(
            "of what nobody took its source is told once, in no more events than the gap between them allows, whichever node finds it")
    void undeliverable() {
        Sent sent = new Sent();
        sent.more(AT_ONCE);
        sent.set("report_at = now()");
        Awaitility.await("told")
                .atMost(Duration.ofSeconds(100))
                .until(() -> sent.count(
                                "exists (select from undeliverable u where u.delivery_id = d.id and u.told_at is not null)")
                        == AT_ONCE);
        List<JsonNode> notices = database
                .column(
                        "select data::text from event where application_id = ? and type = 'vn.lgsp.packet.undeliverable.v1'",
                        idOf(sent.source))
                .stream()
                .map(data -> Json.read((String) data))
                .toList();
        // Where each finds a part of them in the same instant, one of both tells its part when the gap between notices
        // is over.
        assertThat(notices).hasSizeBetween(1, 2);
        assertThat(notices.stream().mapToInt(data -> data.get("count").asInt()).sum())
                .isEqualTo(AT_ONCE);
        assertThat(notices.stream().flatMap(data -> data.get("deliveries").findValuesAsText("deliveryId").stream()))
                .as("each named once")
                .hasSize(AT_ONCE)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("bytes that a node left behind are removed once, whichever node finds them first")
    void erasures() {
        Application source = Application.source(here);
        Application destination = Application.destination(here);
        List<Parcel> parcels = IntStream.range(0, 8)
                .mapToObj(i -> Parcel.granted(source, destination)
                        .upload("a.bin", new byte[70_000])
                        .complete()
                        .accept()
                        .fetch())
                .toList();
        String ids = parcels.stream().map(parcel -> parcel.id().toString()).collect(Collectors.joining(",", "{", "}"));
        List<Object> blobs = database.column("select blob_id from packet_file where packet_id = any (?::uuid[])", ids);
        assertThat(blobs).hasSize(8).allSatisfy(blob -> assertThat(here.blobs().of((UUID) blob))
                .isNotEmpty());
        // As after a crash in the moment between the key's end and that of the bytes: nobody but the sweeps knows.
        database.update("create table left_behind as select unnest(?::uuid[]) as packet_id", ids);
        database.update(
                """
                create function left_behind() returns trigger language plpgsql as $$
                begin
                    if exists (select from left_behind where packet_id = new.packet_id) then raise exception 'left behind'; end if;
                    return new;
                end $$
                """);
        database.update(
                "create trigger left_behind before insert on packet_history for each row when (new.to_state = 'ERASED')"
                        + " execute function left_behind()");
        try {
            parcels.forEach(Parcel::confirm);
            assertThat(parcels.stream().map(parcel -> database.contentState(parcel.id())))
                    .containsOnly("SHREDDED");
            database.update("truncate left_behind");
            parcels.forEach(new States(here)::awaitErased);
        } finally {
            database.update("drop trigger left_behind on packet_history");
            database.update("drop function left_behind");
            database.update("drop table left_behind");
        }
        assertThat(database.count(
                        "select count(*) from packet_history where packet_id = any (?::uuid[]) and to_state = 'ERASED'",
                        ids))
                .isEqualTo(8);
    }
}
