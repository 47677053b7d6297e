package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Applications and access rights over the interface, by people with personal tokens (Điều 7.1a, 10.2)")
class ApplicationsAndAccessIT {
    private static final Map<String, ?> REASON = Map.of("reason", "Kiểm thử");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Province province = new Province(platform);
    private final Person operator = Person.named(platform, "vanhanh");
    private final Person approver = Person.named(platform, "pheduyet");

    private static String name() {
        return "thu-" + UUID.randomUUID().toString().substring(0, 13);
    }

    private Answer registered() {
        return operator.post(
                        "/api/v1/applications",
                        Map.of(
                                "agency",
                                province.agencyBelow(),
                                "code",
                                name(),
                                "environment",
                                "test",
                                "name",
                                "Ứng dụng thử",
                                "kind",
                                "web-service",
                                "sendTypes",
                                List.of("edoc")))
                .expect(201);
    }

    private static String path(Answer made) {
        return URI.create(made.header("Location")).getRawPath();
    }

    @Test
    @DisplayName("registered, approved by somebody else, activated, suspended, resumed, retired")
    void lifecycle() {
        Answer made = registered();
        String path = path(made);
        assertThat(made.get("application").get("state").asText()).isEqualTo("registered");
        operator.send("POST", path + ":approve", null, null).refused(403, "own-request");
        operator.send("POST", path + ":activate", null, null).refused(409, "application-state");
        approver.send("POST", path + ":approve", null, made.header("ETag")).expect(200);
        operator.send("POST", path + ":activate", null, made.header("ETag")).refused(412, "version-outdated");
        operator.send("POST", path + ":activate", null, null).expect(200);
        operator.post(path + ":suspend", Map.of()).refused(422, "request-invalid");
        operator.post(path + ":suspend", REASON).expect(200);
        operator.post(path + ":resume", REASON).expect(200);
        approver.post(path + ":retire", REASON).refused(403, "forbidden");
        operator.post(path + ":retire", REASON).expect(200);
        assertThat(operator.get(path)
                        .expect(200)
                        .get("application")
                        .get("state")
                        .asText())
                .isEqualTo("retired");
    }

    @Test
    @DisplayName("an edit names the version it is based on; what is left out stays")
    void edits() {
        Answer made = registered();
        String path = path(made);
        Map<String, ?> change = Map.of("name", "Tên mới");
        operator.send("PATCH", path, change, null).refused(428, "version-missing");
        operator.send("PATCH", path, change, "W/x").refused(422, "request-invalid");
        Answer changed =
                operator.send("PATCH", path, change, made.header("ETag")).expect(200);
        assertThat(changed.get("application").get("name").asText()).isEqualTo("Tên mới");
        assertThat(changed.get("sendTypes").get(0).asText()).isEqualTo("edoc");
        operator.send("PATCH", path, change, made.header("ETag")).refused(412, "version-outdated");
        operator.send("PATCH", path, Map.of("state", "active"), changed.header("ETag"))
                .refused(422, "request-invalid");
    }

    @Test
    @DisplayName("pages follow one another, and only people with a token that may write write")
    void listsAndTokens() {
        Answer first =
                operator.get("/api/v1/applications?limit=1&environment=test").expect(200);
        assertThat(first.get("items")).hasSize(1);
        String link = first.header("Link");
        assertThat(link).startsWith("</api/v1/applications?").endsWith("rel=\"next\"");
        Answer second = operator.get(link.substring(1, link.indexOf('>'))).expect(200);
        assertThat(second.get("items").get(0).get("id"))
                .isNotEqualTo(first.get("items").get(0).get("id"));
        operator.get("/api/v1/applications?state=open").refused(422, "request-invalid");
        Person.nobody(platform).get("/api/v1/applications").refused(401, "token-not-usable");
        Person.named(platform, "quantri").get("/api/v1/applications").refused(403, "forbidden");
        Person.named(platform, "vanhanh", true)
                .post("/api/v1/groups", Map.of("owner", "000.00.00.H23", "code", name(), "name", "Nhóm"))
                .refused(403, "token-read-only");
        Person.named(platform, "donvi-snv").get(path(registered())).refused(404, "not-found");
    }

    @Test
    @DisplayName("services and groups are made, changed and named by others afterwards")
    void servicesAndGroups() {
        Answer application = registered();
        String id = application.get("application").get("id").asText();
        Answer service = operator.post(
                        "/api/v1/services",
                        Map.of(
                                "application",
                                id,
                                "code",
                                name(),
                                "name",
                                "Tra cứu",
                                "operations",
                                List.of(Map.of("code", "lookup", "name", "Tra cứu"))))
                .expect(201);
        String path = path(service);
        operator.send("PATCH", path, Map.of("name", "Tra cứu mới"), service.header("ETag"))
                .expect(200);
        operator.post(path + "/operations", Map.of("code", "submit", "name", "Nộp"))
                .expect(200);
        assertThat(operator.get("/api/v1/services?application=" + id)
                        .expect(200)
                        .get("items"))
                .hasSize(1);
        Answer both = operator.get(path).expect(200);
        assertThat(both.get("operations")).hasSize(2);
        String operation =
                path + "/operations/" + both.get("operations").get(0).get("id").asText();
        operator.send("PATCH", operation, Map.of("name", "Tra cứu nhanh"), null).refused(428, "version-missing");
        operator.send("PATCH", operation, Map.of("name", "Tra cứu nhanh"), service.header("ETag"))
                .refused(412, "version-outdated");
        Answer renamed = operator.send("PATCH", operation, Map.of("name", "Tra cứu nhanh"), both.header("ETag"))
                .expect(200);
        assertThat(renamed.get("operations").get(0).get("name").asText()).isEqualTo("Tra cứu nhanh");
        operator.send("POST", operation + ":withdraw", REASON, both.header("ETag"))
                .refused(412, "version-outdated");
        Answer withdrawn = operator.post(operation + ":withdraw", REASON).expect(200);
        assertThat(withdrawn.get("operations").get(0).get("withdrawn").asBoolean())
                .isTrue();
        operator.send("PATCH", operation, Map.of("name", "Lại"), withdrawn.header("ETag"))
                .refused(422, "request-invalid");
        operator.post(path + "/operations/" + UUID.randomUUID() + ":withdraw", REASON)
                .refused(404, "not-found");
        operator.post(path + ":close", REASON).expect(200);

        Answer group = operator.post(
                        "/api/v1/groups", Map.of("owner", "000.00.00.H23", "code", name(), "name", "Nhóm thử"))
                .expect(201);
        String member = province.agencyBelow();
        operator.send("PUT", path(group) + "/members/" + member, null, null).expect(200);
        assertThat(operator.get(path(group)).expect(200).get("members")).hasSize(1);
        operator.send("DELETE", path(group) + "/members/" + member, null, null).expect(200);
        String tag = operator.get(path(group)).header("ETag");
        operator.send("PATCH", path(group), Map.of("name", "Nhóm khác"), tag).expect(200);
        operator.get("/api/v1/groups?limit=1").expect(200);
    }

    @Test
    @DisplayName("a right opens the way at its approval, closes it when the quota is used up, and at its withdrawal")
    void rightsInForce() {
        Application bystander = Application.bystander(platform);
        Application destination = Application.destination(platform);
        String type = province.dataType(1_000_000);
        Map<String, ?> packet = Map.of(
                "recipients",
                List.of(Map.of("agency", destination.agency())),
                "title",
                "Thử hạn mức",
                "dataType",
                type,
                "protocol",
                "file");
        bystander.post("/api/v1/packets", packet).refused(403, "no-access-right");
        Answer asked = operator.post(
                        "/api/v1/access-rights",
                        Map.of(
                                "source",
                                Map.of("kind", "agency", "code", bystander.agency()),
                                "destination",
                                Map.of("kind", "agency", "code", destination.agency()),
                                "dataType",
                                type,
                                "dailyQuota",
                                1,
                                "document",
                                "12/QĐ-STTTT"))
                .expect(201);
        String path = path(asked);
        operator.send("POST", path + ":approve", null, null).refused(403, "forbidden");
        assertThat(explained(bystander, destination, type)).isEqualTo("[\"not-approved-yet\"]");
        approver.post(path + ":approve", Map.of("reason", "Đồng ý")).expect(200);
        approver.post(path + ":refuse", REASON).refused(409, "access-right-state");
        bystander.post("/api/v1/packets", packet).expect(201);
        Answer exhausted = bystander.post("/api/v1/packets", packet).refused(429, "quota-used-up");
        assertThat(Integer.parseInt(exhausted.header("Retry-After"))).isBetween(1, 86_401);
        assertThat(exhausted.get("detail").asText()).contains(asked.get("id").asText());
        assertThat(explained(bystander, destination, type)).isEqualTo("[\"quota-used-up\"]");
        operator.post(path + ":withdraw", REASON).expect(200);
        bystander.post("/api/v1/packets", packet).refused(403, "no-access-right");
        assertThat(explained(bystander, destination, type)).contains("withdrawn");
        assertThat(operator.get("/api/v1/access-rights?state=withdrawn&dataType=" + type)
                        .expect(200)
                        .get("items"))
                .hasSize(1);
        operator.get(path).expect(200);
    }

    private static String explained(Application source, Application destination, String type) {
        return source.get("/api/v1/access-rights:explain?dataType=" + type + "&destination=" + destination.agency())
                .expect(200)
                .get("nearMisses")
                .get(0)
                .get("obstacles")
                .toString();
    }
}
