package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.OwnTree;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Groups that agencies join by two people, and requests that are sent again, over the interface")
class GroupsAndRepeatsIT {
    private static final Map<String, ?> REASON = Map.of("reason", "Kiểm thử");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Province province = new Province(platform);
    private final Person operator = Person.named(platform, "vanhanh");
    private final Person approver = Person.named(platform, "pheduyet");

    private static String name() {
        return "thu-" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static String path(Answer made) {
        return URI.create(made.header("Location")).getRawPath();
    }

    private static Map<String, ?> party(String kind, String code) {
        return Map.of("kind", kind, "code", code);
    }

    @Test
    @DisplayName("an application of an agency that waits is refused, and sends as soon as somebody else has approved")
    void joining() {
        Application bystander = Application.bystander(platform);
        Application destination = Application.destination(platform);
        String type = province.dataType(1_000_000);
        Map<String, ?> packet = Map.of(
                "recipients",
                List.of(Map.of("agency", destination.agency())),
                "title",
                "Thử nhóm",
                "dataType",
                type,
                "protocol",
                "file");
        String code = name();
        String group =
                path(operator.post("/api/v1/groups", Map.of("owner", "000.00.00.H23", "code", code, "name", "Nhóm thử"))
                        .expect(201));
        Answer right = operator.post(
                        "/api/v1/access-rights",
                        Map.of(
                                "source",
                                party("group", code),
                                "destination",
                                party("agency", destination.agency()),
                                "dataType",
                                type))
                .expect(201);
        approver.post(path(right) + ":approve", Map.of()).expect(200);
        String member = group + "/members/" + bystander.agency();

        Answer waiting = operator.send("PUT", member, null, null).expect(202);
        assertThat(waiting.get("members")).isEmpty();
        assertThat(waiting.get("pending").get(0).get("requestedBy").asText()).isEqualTo("vanhanh");
        bystander.post("/api/v1/packets", packet).refused(403, "no-access-right");
        operator.send("POST", member + ":approve", null, null).refused(403, "forbidden");
        Person.named(platform, "pheduyet", true)
                .send("POST", member + ":approve", null, null)
                .refused(403, "token-read-only");
        approver.post(member + ":refuse", REASON).expect(200);
        approver.send("POST", member + ":approve", null, null).refused(404, "not-found");
        bystander.post("/api/v1/packets", packet).refused(403, "no-access-right");

        Answer again = operator.send("PUT", member, null, null).expect(202);
        approver.send("POST", member + ":approve", null, waiting.header("ETag")).refused(412, "version-outdated");
        approver.send("POST", member + ":approve", null, again.header("ETag")).expect(200);
        bystander.post("/api/v1/packets", packet).expect(201);
        operator.send("PUT", member, null, null).expect(200);
        assertThat(operator.get(group + "/events").expect(200).get("items").findValuesAsText("act"))
                .containsExactly("join-approved", "join-requested", "join-refused", "join-requested", "created");
        operator.send("DELETE", member, null, null).expect(200);
        bystander.post("/api/v1/packets", packet).refused(403, "no-access-right");
    }

    /** What each operation that creates something is sent. */
    private Map<String, Map<String, ?>> creations() {
        OwnTree tree = OwnTree.enter(platform.database());
        String application = operator.post("/api/v1/applications", application(name()))
                .expect(201)
                .get("application")
                .get("id")
                .asText();
        Map<String, Map<String, ?>> bodies = new HashMap<>();
        bodies.put("/api/v1/applications", application(name()));
        bodies.put("/api/v1/services", Map.of("application", application, "code", name(), "name", "Dịch vụ"));
        bodies.put("/api/v1/groups", Map.of("owner", "000.00.00.H23", "code", name(), "name", "Nhóm"));
        bodies.put(
                "/api/v1/data-types",
                Map.of(
                        "code",
                        name(),
                        "nameVi",
                        "Loại",
                        "nameEn",
                        "Type",
                        "protocol",
                        "file",
                        "rules",
                        Map.of("maxBytes", 1)));
        bodies.put(
                "/api/v1/transformations",
                Map.of(
                        "code",
                        name(),
                        "nameVi",
                        "Chuyển đổi",
                        "nameEn",
                        "Conversion",
                        "fromType",
                        "file",
                        "toType",
                        "file",
                        "mediaIn",
                        List.of("application/xml"),
                        "mediaOut",
                        "application/json",
                        "kind",
                        "xml-to-json"));
        bodies.put("/api/v1/code-lists", Map.of("code", name(), "nameVi", "Danh mục", "nameEn", "List"));
        bodies.put("/api/v1/zones", Map.of("code", name(), "name", "Vùng"));
        bodies.put("/api/v1/agency-imports", Map.of("name", "Danh sách"));
        bodies.put(
                "/api/v1/access-rights",
                Map.of(
                        "source",
                        party("agency", province.agencyBelow()),
                        "destination",
                        party("agency", province.agencyBelow()),
                        "dataType",
                        "file"));
        bodies.put(
                "/api/v1/reorganisations",
                Map.of(
                        "title",
                        "Sắp xếp",
                        "agency",
                        tree.office(),
                        "steps",
                        List.of(Map.of("act", "dissolve", "sources", List.of(tree.unit(1)), "target", tree.unit(2)))));
        return bodies;
    }

    private Map<String, ?> application(String code) {
        return Map.of(
                "agency",
                province.agencyBelow(),
                "code",
                code,
                "environment",
                "test",
                "name",
                "Ứng dụng thử",
                "kind",
                "web-service");
    }

    @TestFactory
    @DisplayName("creates once: the same again is answered as before, another body with the same key is refused")
    List<DynamicTest> repeats() {
        return creations().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> repeat(one.getKey(), one.getValue())))
                .toList();
    }

    private void repeat(String path, Map<String, ?> body) {
        String key = UUID.randomUUID().toString();
        Answer first = operator.create(path, body, key).expect(201);
        Answer second = operator.create(path, body, "\"" + key + "\"").expect(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.text()).isEqualTo(first.text());
        Map<String, Object> other = new HashMap<>(body);
        String changed = body.containsKey("title")
                ? "title"
                : body.containsKey("dataType") ? "purpose" : body.containsKey("nameVi") ? "nameVi" : "name";
        other.put(changed, "Khác");
        operator.create(path, other, key).refused(422, "idempotency-key-reused");
        operator.create(path, body, "hai chu").refused(422, "request-invalid");
    }

    @Test
    @DisplayName("a request that was refused leaves its key free; the same key of another person is another key")
    void keys() {
        String key = UUID.randomUUID().toString();
        String code = name();
        Map<String, ?> wrong = Map.of("code", code, "name", "");
        operator.create("/api/v1/zones", wrong, key).refused(422, "request-invalid");
        operator.create("/api/v1/zones", Map.of("code", code, "name", "Vùng"), key)
                .expect(201);
        Person agency = Person.named(platform, "donvi");
        agency.create("/api/v1/zones", Map.of("code", code, "name", "Vùng"), key)
                .refused(403, "forbidden");
        Map<String, ?> operation = Map.of("code", "tra-cuu", "name", "Tra cứu");
        String application = operator.post("/api/v1/applications", application(name()))
                .expect(201)
                .get("application")
                .get("id")
                .asText();
        Map<String, ?> service = Map.of("application", application, "code", name(), "name", "Dịch vụ");
        String path = path(operator.post("/api/v1/services", service).expect(201)) + "/operations";
        operator.create(path, operation, key).refused(422, "idempotency-key-reused");
        String another = UUID.randomUUID().toString();
        operator.create(path, operation, another).expect(200);
        assertThat(operator.create(path, operation, another).expect(200).get("operations"))
                .hasSize(1);
        operator.post(path, operation).refused(422, "request-invalid");
    }
}
