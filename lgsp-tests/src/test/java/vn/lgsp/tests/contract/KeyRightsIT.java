package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Keys;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Who may do what with keys, who used them how, and leave to sign in old ways (Điều 4.4, 10)")
class KeyRightsIT {
    private static final Map<String, ?> REASON = Map.of("reason", "Kiểm thử thu hồi");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Keys keys = new Keys(platform);
    private final Person operator = keys.operator();
    private final Person auditor = Person.named(platform, "kiemtoan");

    private static Map<String, ?> named(String name) {
        return Map.of("name", name);
    }

    @Test
    @DisplayName("both keys of a pair are named in the report of their use")
    void use() {
        String application = keys.application();
        Answer old = keys.issue(application, named("Cũ"));
        Answer fresh =
                operator.post(Keys.path(application, old) + ":rotate", Map.of()).expect(201);
        for (Answer key : List.of(old, fresh)) {
            platform.database()
                    .update(
                            """
                            insert into key_use (access_key_id, day, scheme, algorithm, requests, last_at)
                            values (?, (now() at time zone 'UTC')::date, 'OAUTH1', 'hmac-sha1', 7, now())
                            """,
                            key.id("id"));
        }
        for (Answer asked : List.of(old, fresh)) {
            JsonNode items = auditor.get(Keys.path(application, asked) + "/use?days=1")
                    .expect(200)
                    .get("items");
            assertThat(items)
                    .extracting(item -> item.get("key").asText())
                    .containsExactlyInAnyOrder(
                            old.get("id").asText(), fresh.get("id").asText());
        }
        JsonNode ways =
                auditor.get(application + "/waivers/use?days=1").expect(200).get("items");
        assertThat(ways).hasSize(1);
        assertThat(ways.get(0).get("kind").asText()).isEqualTo("hmac-sha1");
        assertThat(ways.get(0).get("requests").asInt()).isEqualTo(14);
        operator.get(Keys.path(application, old) + "/use?days=0").refused(422, "request-invalid");
    }

    @Test
    @DisplayName("agencies handle their own keys, developers test keys, auditors only look")
    void rights() {
        String application = keys.application();
        Answer issued = keys.issue(application, named("Quyền"));
        String path = Keys.path(application, issued);
        Person elsewhere = Person.named(platform, "donvi-snv");
        elsewhere.get(path).refused(404, "not-found");
        elsewhere.get(application + "/keys").refused(404, "not-found");
        elsewhere.post(application + "/keys", named("x")).refused(404, "not-found");
        elsewhere.post(path + ":revoke", REASON).refused(404, "not-found");
        auditor.get(path).expect(200);
        auditor.post(application + "/keys", named("x")).refused(403, "forbidden");
        auditor.post(path + ":revoke", REASON).refused(403, "forbidden");
        Person.named(platform, "quantri").get(application + "/keys").refused(403, "forbidden");
        operator.get(keys.application() + "/keys/" + issued.get("id").asText()).refused(404, "not-found");
        operator.post(keys.application() + "/keys/" + issued.get("id").asText() + ":revoke", REASON)
                .refused(404, "not-found");

        String own = Application.source(platform).agency();
        Person developer = Person.named(platform, "tichhop");
        developer.post(keys.application(own, "test") + "/keys", named("Thử")).expect(201);
        developer.post(keys.application(own, "live") + "/keys", named("Thật")).refused(403, "forbidden");
        assertThat(Person.named(platform, "donvi")
                        .post(keys.application(own, "live") + "/keys", named("Thật"))
                        .expect(201)
                        .get("accessKey")
                        .asText())
                .startsWith("lgsp_live_ak_");
    }

    @Test
    @DisplayName("leave to sign in an old way: by operators, with a reason and an end, one at a time, ended at once")
    void waivers() {
        String application = keys.application();
        String soon = Instant.now().plusSeconds(86_400).toString();
        Map<String, ?> wanted = Map.of("kind", "hmac-sha1", "reason", "Phần mềm cũ", "notAfter", soon);
        Person.named(platform, "donvi").post(application + "/waivers", wanted).refused(403, "forbidden");
        operator.post(application + "/waivers", Map.of("kind", "rsa-sha1", "reason", "Phần mềm cũ", "notAfter", soon))
                .refused(422, "request-invalid");
        operator.post(
                        application + "/waivers",
                        Map.of("kind", "hmac-sha1", "reason", "x", "notAfter", "2020-01-01T00:00:00Z"))
                .refused(422, "request-invalid");
        operator.post(
                        application + "/waivers",
                        Map.of("kind", "hmac-sha1", "reason", "Mãi mãi", "notAfter", "2099-01-01T00:00:00Z"))
                .refused(422, "request-invalid");
        Answer granted = operator.post(application + "/waivers", wanted).expect(201);
        assertThat(granted.get("inForce").asBoolean()).isTrue();
        operator.post(application + "/waivers", wanted).refused(409, "waiver-state");
        operator.post(application + "/waivers", Map.of("kind", "open-body", "reason", "Cũ", "notAfter", soon))
                .refused(422, "request-invalid");
        String path = application + "/waivers/" + granted.get("id").asText();
        operator.post(path + ":end", Map.of("reason", "Đã nâng cấp")).expect(200);
        operator.post(path + ":end", Map.of("reason", "Đã nâng cấp")).refused(409, "waiver-state");
        operator.post(keys.application() + "/waivers/" + granted.get("id").asText() + ":end", REASON)
                .refused(404, "not-found");
        operator.post(application + "/waivers", wanted).expect(201);
        assertThat(auditor.get(application + "/waivers").expect(200).get("items"))
                .extracting(item -> item.get("inForce").asBoolean())
                .containsExactlyInAnyOrder(true, false);
        platform.database()
                .update(
                        "update scheme_waiver set granted_at = now() - interval '2 days', not_after = now() - interval '1 day' where ended_at is null and application_id = ?",
                        UUID.fromString(application.substring(application.lastIndexOf('/') + 1)));
        operator.post(application + "/waivers", wanted).expect(201);
    }
}
