package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

/** The rules of the province are one list: the tests follow each other. */
@DisplayName("Rules find destinations: written by one, published by another, tried before they count (Điều 5.7)")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoutesIT {
    private static final String DRAFT = "/api/v1/routes/draft";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Application source = Application.source(platform);
    private final Person writer = Person.named(platform, "vanhanh");
    private final Person publisher = Person.named(platform, "pheduyet");
    private final String code = "dat-dai-" + UUID.randomUUID().toString().substring(0, 8);
    private Receivers receivers;
    private int first;

    @BeforeAll
    void enter() {
        receivers = new Receivers(platform, source, 4);
        database.update("delete from route_version where state = 'DRAFT'");
    }

    private Map<String, Object> rule(String name, Map<String, ?> when, Map<String, ?> to) {
        return new HashMap<>(Map.of("code", code, "name", name, "when", when, "to", to));
    }

    private Map<String, Object> to(int... indexes) {
        List<String> agencies = new ArrayList<>();
        for (int index : indexes) {
            agencies.add(receivers.get(index).agency());
        }
        return new HashMap<>(Map.of("agencies", agencies));
    }

    private Answer write(List<?> rules, String ifMatch) {
        return writer.send("PUT", DRAFT, Map.of("rules", rules, "note", "kiểm thử"), ifMatch);
    }

    private List<Map<String, Object>> rules() {
        Map<String, Object> backed = to(1);
        backed.put("backup", receivers.get(2).agency());
        return List.of(
                rule("Hỏa tốc", Map.of("importances", List.of("flash")), to(0, 3)),
                rule("Đất đai", Map.of("words", List.of("đất đai"), "source", source.agency()), backed));
    }

    @Test
    @Order(1)
    @DisplayName(
            "a draft is checked, not overwritten unseen, not published by who wrote it, and counts once it is published")
    void published() {
        Answer wrong = write(
                        List.of(rule(
                                "",
                                Map.of("dataTypes", List.of("khong-co"), "fromHour", 9),
                                Map.of("agencies", List.of("X99")))),
                        null)
                .refused(422, "request-invalid");
        assertThat(wrong.get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "rules[0].name", "rules[0].when.dataTypes", "rules[0].when.fromHour", "rules[0].to.agencies");
        Map<String, Object> full = rule(
                "Đủ điều kiện",
                Map.of(
                        "dataTypes",
                        List.of("edoc"),
                        "importances",
                        List.of("flash-scheduled"),
                        "source",
                        source.agency(),
                        "below",
                        true,
                        "words",
                        List.of("đất"),
                        "minBytes",
                        1,
                        "maxBytes",
                        3_000_000_000L,
                        "fromHour",
                        22,
                        "toHour",
                        6,
                        "days",
                        List.of("sunday")),
                to(0));
        full.put("enabled", false);
        Answer whole = write(List.of(full), null).expect(200);
        assertThat(whole.get("rules").get(0)).isEqualTo(Json.read(Json.write(full)));
        writer.send("DELETE", DRAFT, null, null).expect(204);
        Answer draft = write(rules(), null).expect(200);
        first = draft.get("number").asInt();
        assertThat(draft.get("state").asText()).isEqualTo("draft");
        write(rules(), null).refused(412, "version-outdated");
        String tag = draft.header("ETag");
        draft = write(rules(), tag).expect(200);
        write(rules(), tag).refused(412, "version-outdated");
        request("Hồ sơ đất đai", "normal").refused(422, "request-invalid");
        writer.send("POST", DRAFT + ":publish", null, draft.header("ETag")).refused(403, "own-request");
        publisher.send("POST", DRAFT + ":publish", null, tag).refused(412, "version-outdated");
        Answer published = publisher
                .send("POST", DRAFT + ":publish", null, draft.header("ETag"))
                .expect(200);
        assertThat(published.get("state").asText()).isEqualTo("published");
        assertThat(published.get("publishedBy").asText())
                .isNotEqualTo(published.get("editedBy").asText());
        publisher.send("POST", DRAFT + ":publish", null, null).refused(404, "not-found");
        publisher.send("PUT", DRAFT, Map.of("rules", List.of()), null).refused(403, "forbidden");
    }

    private Map<String, Object> asked(String title, String importance) {
        Map<String, Object> request = Parcel.request(receivers.get(0));
        request.put("recipients", List.of(Map.of("rule", code)));
        request.put("title", title);
        request.put("importance", importance);
        request.put("dataType", receivers.dataType());
        return request;
    }

    private Answer request(String title, String importance) {
        return source.post("/api/v1/packets", asked(title, importance));
    }

    private Answer simulated(String title, String importance) {
        Map<String, Object> request = asked(title, importance);
        request.remove("protocol");
        return source.post("/api/v1/routes:simulate", request).expect(200);
    }

    private static List<String> agencies(JsonNode parties) {
        return parties.findValuesAsText("agency");
    }

    @Test
    @Order(2)
    @DisplayName(
            "the first rule that matches finds the destinations; the packet says which, and why those before it did not")
    void found() {
        Answer flash = request("Lệnh", "flash").expect(201);
        assertThat(agencies(flash.get("deliveries")))
                .containsExactlyInAnyOrder(
                        receivers.get(0).agency(), receivers.get(3).agency());
        Answer second = request("Hồ sơ DAT DAI 12", "normal").expect(201);
        assertThat(agencies(second.get("deliveries")))
                .containsExactly(receivers.get(1).agency());
        JsonNode note = source.get("/api/v1/packets/" + second.id("id"))
                .expect(200)
                .get("routes")
                .get(0);
        assertThat(note.get("version").asInt()).isEqualTo(first);
        assertThat(note.get("position").asInt()).isEqualTo(2);
        assertThat(note.get("lost").get(0).get("outcome").asText()).isEqualTo("importance");
        Answer none = request("Việc khác", "normal").refused(422, "request-invalid");
        assertThat(none.get("errors").findValuesAsText("field")).containsExactly("recipients[0].rule");
        Map<String, Object> missing = asked("x", "normal");
        missing.put("recipients", List.of(Map.of("rule", "khong-co")));
        source.post("/api/v1/packets", missing).refused(422, "request-invalid");
        missing.put("recipients", List.of(Map.of("rule", code, "agency", source.agency())));
        source.post("/api/v1/packets", missing).refused(422, "request-invalid");
    }

    @Test
    @Order(3)
    @DisplayName("tried: what each rule said, who would receive, or why nobody would; nothing is kept, quotas neither")
    void tried() {
        long before = database.count("select count(*) from packet");
        Answer trial = simulated("Đất đai", "normal");
        JsonNode entry = trial.get("entries").get(0);
        assertThat(entry.get("winner").asInt()).isEqualTo(2);
        assertThat(entry.get("rules").findValuesAsText("outcome")).containsExactly("importance", "matched");
        assertThat(agencies(trial.get("receivers")))
                .containsExactly(receivers.get(1).agency());
        assertThat(simulated("Đất đai", "flash")
                        .get("entries")
                        .get(0)
                        .get("rules")
                        .findValuesAsText("outcome"))
                .containsExactly("matched", "later");
        Answer none = simulated("Việc khác", "normal");
        assertThat(none.get("entries").get(0).has("winner")).isFalse();
        assertThat(none.get("refusal").get("code").asText()).isEqualTo("request-invalid");
        assertThat(database.count("select count(*) from packet")).isEqualTo(before);

        Map<String, Object> people = asked("Đất đai", "normal");
        people.remove("protocol");
        writer.send("POST", "/api/v1/routes:simulate", people, null).refused(422, "request-invalid");
        people.put("application", application());
        people.put("version", 999_999);
        writer.send("POST", "/api/v1/routes:simulate", people, null).refused(404, "not-found");
        people.put("version", first);
        writer.send("POST", "/api/v1/routes:simulate", people, null).expect(200);
        source.post("/api/v1/routes:simulate", people).refused(404, "not-found");
        Person.named(platform, "lanhdao")
                .send("POST", "/api/v1/routes:simulate", people, null)
                .refused(403, "forbidden");
    }

    private String application() {
        return database.one(
                        "select id from application where code = (select a.code from application a join access_key k on k.application_id = a.id where k.access_key = ?)",
                        source.credentials().accessKey())
                .toString();
    }

    @Test
    @Order(4)
    @DisplayName("the backup comes in the place of a destination that is locked, or has left something lying")
    void backup() {
        String agency = receivers.get(1).agency();
        database.update("update agency set state = 'LOCKED' where code = ?", agency);
        try {
            Answer instead = request("Đất đai", "normal").expect(201);
            assertThat(agencies(instead.get("deliveries")))
                    .containsExactly(receivers.get(2).agency());
            assertThat(source.get("/api/v1/packets/" + instead.id("id"))
                            .expect(200)
                            .get("routes")
                            .get(0)
                            .get("replaced")
                            .get(0)
                            .asText())
                    .isEqualTo(agency);
        } finally {
            database.update("update agency set state = 'ACTIVE' where code = ?", agency);
        }
        UUID lying = UUID.fromString(request("Đất đai", "normal")
                .expect(201)
                .get("deliveries")
                .get(0)
                .get("id")
                .asText());
        database.update(
                """
                insert into undeliverable (delivery_id, packet_id, source_application_id, source_agency_id, destination_agency_id, reason, since, told_at)
                select d.id, p.id, p.source_application_id, p.source_agency_id, d.destination_agency_id, 'LATE', now(), now()
                from delivery d join packet p on p.id = d.packet_id where d.id = ?
                """,
                lying);
        assertThat(agencies(simulated("Đất đai", "normal").get("receivers")))
                .containsExactly(receivers.get(2).agency());
        database.update("delete from undeliverable where delivery_id = ?", lying);
    }

    @Test
    @Order(5)
    @DisplayName(
            "a fault of a destination is named by the rule that led to it; an earlier version is restored as a draft")
    void faultsAndEarlierVersions() {
        String bystander = Application.bystander(platform).agency();
        Answer draft = write(List.of(rule("Lạc", Map.of(), Map.of("agencies", List.of(bystander)))), null)
                .expect(200);
        Map<String, Object> tried = asked("x", "normal");
        tried.remove("protocol");
        tried.put("application", application());
        tried.put("version", draft.get("number").asInt());
        JsonNode refusal = writer.send("POST", "/api/v1/routes:simulate", tried, null)
                .expect(200)
                .get("refusal");
        assertThat(refusal.get("code").asText()).isEqualTo("no-access-right");
        assertThat(refusal.get("errors").findValuesAsText("field")).containsExactly("recipients[0].rule");
        writer.send("POST", "/api/v1/routes/" + first + ":restore", null, null).refused(409, "edit-conflict");
        writer.send("DELETE", DRAFT, null, "\"999\"").refused(412, "version-outdated");
        writer.send("DELETE", DRAFT, null, draft.header("ETag")).expect(204);
        writer.get(DRAFT).refused(404, "not-found");
        Answer restored = writer.send("POST", "/api/v1/routes/" + first + ":restore", null, null)
                .expect(200);
        assertThat(restored.get("rules"))
                .isEqualTo(writer.get("/api/v1/routes/" + first).expect(200).get("rules"));
        publisher
                .send("POST", DRAFT + ":publish", null, restored.header("ETag"))
                .expect(200);
        assertThat(writer.get("/api/v1/routes/" + first)
                        .expect(200)
                        .get("state")
                        .asText())
                .isEqualTo("replaced");
        assertThat(writer.get("/api/v1/routes?limit=1")
                        .expect(200)
                        .get("items")
                        .get(0)
                        .get("number")
                        .asInt())
                .isEqualTo(restored.get("number").asInt());
        writer.get("/api/v1/routes/999999").refused(404, "not-found");
    }
}
