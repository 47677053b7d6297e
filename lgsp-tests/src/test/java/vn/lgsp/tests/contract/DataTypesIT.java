package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.tests.http.Types.version;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.http.Types;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Data types in versions, drafted by one person and published by another (Điều 3.6, 15.3)")
class DataTypesIT {
    private static final Map<String, ?> REASON = Map.of("reason", "Đã có bản thay");
    private static final Map<String, ?> JSON_RULES = Map.of("schema", "json", "entryDocument", "a.json");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Person operator = Person.named(platform, "vanhanh");
    private final Person approver = Person.named(platform, "pheduyet");
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Types types = new Types(platform);

    private Answer request(String type, Integer number) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of(
                "recipients",
                List.of(Map.of("agency", destination.agency())),
                "title",
                "Thử loại dữ liệu",
                "dataType",
                type,
                "protocol",
                "file"));
        if (number != null) {
            body.put("dataTypeVersion", number);
        }
        return source.post("/api/v1/packets", body);
    }

    private void mayBeSent(String type) {
        new vn.lgsp.tests.platform.Province(platform).right(source.agency(), destination.agency(), type);
    }

    @Test
    @DisplayName("a type lives from draft to retirement; a packet gets the version in force or the one that it names")
    void life() {
        String code = types.drafted(JSON_RULES);
        mayBeSent(code);
        request(code, null).refused(422, "request-invalid");
        source.get("/api/v1/data-types/" + code).refused(404, "not-found");
        types.documents(code, 1, Map.of("a.json", "{\"type\": \"object\"}"));
        operator.send("POST", version(code, 1) + ":publish", null, null).refused(403, "own-request");
        types.publish(code, 1).expect(200);
        types.publish(code, 1).refused(409, "data-type-state");
        assertThat(request(code, null).expect(201).get("dataTypeVersion").asInt())
                .isEqualTo(1);
        assertThat(source.get(version(code, 1)).expect(200).get("publishedBy").asText())
                .isEqualTo("pheduyet");

        Answer draft = operator.send("POST", "/api/v1/data-types/" + code + "/versions", null, null)
                .expect(201);
        assertThat(draft.get("number").asInt()).isEqualTo(2);
        assertThat(draft.get("documents").get(0).get("name").asText()).isEqualTo("a.json");
        operator.send("POST", "/api/v1/data-types/" + code + "/versions", null, null)
                .refused(409, "data-type-state");
        types.documents(code, 2, Map.of("a.json", "{\"type\": \"array\"}"));
        assertThat(operator.get(version(code, 1) + "/documents/a.json")
                        .expect(200)
                        .text())
                .isEqualTo("{\"type\": \"object\"}");
        types.publish(code, 2).expect(200);
        assertThat(request(code, null).expect(201).get("dataTypeVersion").asInt())
                .isEqualTo(2);
        assertThat(request(code, 1).expect(201).get("dataTypeVersion").asInt()).isEqualTo(1);

        operator.post(version(code, 1) + ":retire", REASON).expect(200);
        operator.post(version(code, 1) + ":retire", REASON).refused(409, "data-type-state");
        request(code, 1).refused(422, "request-invalid");
        request(code, 3).refused(422, "request-invalid");
        operator.post(version(code, 2) + ":deprecate", REASON).expect(200);
        assertThat(operator.get("/api/v1/data-types/" + code)
                        .expect(200)
                        .get("currentVersion")
                        .asInt())
                .isEqualTo(2);
        operator.post(version(code, 2) + ":retire", REASON).expect(200);
        request(code, null).refused(422, "request-invalid");
        assertThat(operator.get("/api/v1/data-types/" + code + "/events")
                        .expect(200)
                        .get("items")
                        .findValuesAsText("act"))
                .containsExactly(
                        "retired",
                        "deprecated",
                        "retired",
                        "published",
                        "edited",
                        "drafted",
                        "published",
                        "edited",
                        "drafted");
    }

    @Test
    @DisplayName("drafts are edited on the version that was seen, published ones never")
    void edits() {
        String code = types.drafted(Map.of());
        String version = version(code, 1);
        String tag = operator.get(version).expect(200).header("ETag");
        Map<String, ?> rules = Map.of("maxBytes", 5, "mediaTypes", List.of("Image/*"), "namePattern", "[a-z]+\\.png");
        operator.send("PUT", version, rules, null).refused(428, "version-missing");
        Answer edited = operator.send("PUT", version, rules, tag).expect(200);
        assertThat(edited.get("mediaTypes").get(0).asText()).isEqualTo("image/*");
        operator.send("PUT", version, rules, tag).refused(412, "version-outdated");
        for (Map<String, ?> wrong : List.of(
                Map.of("maxBytes", 0),
                Map.of("maxBytes", 1, "namePattern", "(a)\\1"),
                Map.of("maxBytes", 1, "mediaTypes", List.of("xml")),
                Map.of("maxBytes", 1, "leastFiles", 3, "mostFiles", 2),
                Map.of("maxBytes", 1, "entryDocument", "a.xsd"),
                Map.of("maxBytes", 1, "schema", "json", "codes", List.of(Map.of("path", "/a", "list", "khong-co"))),
                Map.of("maxBytes", 1, "schema", "json", "entryDocument", "../a.json"))) {
            operator.send("PUT", version, wrong, edited.header("ETag")).refused(422, "request-invalid");
        }
        types.publish(code, 1).expect(200);
        operator.send("PUT", version, rules, operator.get(version).header("ETag"))
                .refused(409, "data-type-state");
        types.put(code, 1, "a.json", "{}").refused(409, "data-type-state");
    }

    @Test
    @DisplayName("a schema that cannot be used is not published, and the place at fault is named")
    void unusable() {
        String code = types.drafted(JSON_RULES);
        types.publish(code, 1).refused(422, "schema-unusable");
        types.documents(code, 1, Map.of("a.json", "{\"$ref\": \"https://example.com/a.json\"}"));
        Answer refused = types.publish(code, 1).refused(422, "schema-unusable");
        assertThat(refused.get("detail").asText()).contains("https://example.com/a.json");
        types.documents(code, 1, Map.of("a.json", "{\"type\": \"object\",\n \"pattern\": \"(?=a)\"}"));
        types.publish(code, 1).refused(422, "schema-unusable");
        types.documents(code, 1, Map.of("a.json", "{}"));
        types.publish(code, 1).expect(200);
    }

    @Test
    @DisplayName("samples are tried against drafts by people, against published versions by applications too")
    void samples() {
        String code = types.drafted(Map.of(
                "schema",
                "json",
                "entryDocument",
                "a.json",
                "namePattern",
                "[a-z]+\\.json",
                "mediaTypes",
                List.of("application/json")));
        types.documents(code, 1, Map.of("a.json", "{\"required\": [\"ma\"]}"));
        String path = version(code, 1) + ":validate?name=";
        byte[] sample = "{\n}".getBytes(UTF_8);
        Answer tried = operator.sendBytes("POST", path + "A.json", "application/xml", sample, Map.of())
                .expect(200);
        assertThat(tried.get("valid").asBoolean()).isFalse();
        assertThat(tried.get("violations").findValuesAsText("reason"))
                .containsExactly(
                        "tên tệp không đúng mẫu", "kiểu tệp không được phép", "thiếu thuộc tính hoặc trường bắt buộc");
        source.call("POST", path + "a.json")
                .body("application/json", sample)
                .send()
                .refused(404, "not-found");
        types.publish(code, 1).expect(200);
        assertThat(source.call("POST", path + "a.json")
                        .body("application/json", "{\"ma\": 1}".getBytes(UTF_8))
                        .send()
                        .expect(200)
                        .get("valid")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("an agency drafts its own types and lists, not those of others nor of the platform")
    void owners() {
        Person agency = Person.named(platform, "donvi");
        agency.post("/api/v1/data-types", Types.request(Types.code(), Map.of())).refused(403, "forbidden");
        String own = platform.database()
                .one("select g.code from account a join agency g on g.id = a.agency_id where a.username = ?", "donvi")
                .toString();
        Map<String, Object> body = new java.util.HashMap<>(Types.request(Types.code(), Map.of()));
        body.put("owner", own);
        agency.post("/api/v1/data-types", body).expect(201);
        body.put("code", Types.code());
        body.put("owner", new vn.lgsp.tests.platform.Province(platform).agencyBelow());
        agency.post("/api/v1/data-types", body).refused(404, "not-found");
    }

    @Test
    @DisplayName("the types of the first days are version 1 without rules, and known to applications")
    void firstDays() {
        Answer file = source.get("/api/v1/data-types/file").expect(200);
        assertThat(file.get("currentVersion").asInt()).isEqualTo(1);
        assertThat(file.get("versions").get(0).get("state").asText()).isEqualTo("published");
        assertThat(file.get("versions").get(0).has("schema")).isFalse();
    }

    @Test
    @DisplayName("a list of codes is published by a second person; its next version takes its place")
    void lists() {
        String list = types.list(List.of(Map.of("code", "01", "nameVi", "Một", "nameEn", "One")));
        String path = "/api/v1/code-lists/" + list;
        assertThat(source.get(path + "/versions/1/entries")
                        .expect(200)
                        .get("items")
                        .findValuesAsText("code"))
                .containsExactly("01");
        Answer draft = operator.send("POST", path + "/versions", null, null).expect(201);
        operator.send(
                        "PUT",
                        path + "/versions/2/entries",
                        Map.of(
                                "entries",
                                List.of(Map.of(
                                        "code",
                                        "01",
                                        "nameVi",
                                        "Một",
                                        "nameEn",
                                        "One",
                                        "validFrom",
                                        "2026-02-01",
                                        "validTo",
                                        "2026-01-01"))),
                        draft.header("ETag"))
                .refused(422, "request-invalid");
        operator.send("POST", path + "/versions/2:publish", null, null).refused(403, "own-request");
        source.get(path + "/versions/2/entries").refused(404, "not-found");
        approver.send("POST", path + "/versions/2:publish", null, null).expect(200);
        assertThat(source.get(path).expect(200).get("currentVersion").asInt()).isEqualTo(2);
    }
}
