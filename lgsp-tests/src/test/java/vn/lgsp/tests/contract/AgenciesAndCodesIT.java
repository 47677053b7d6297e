package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Person;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Agencies and codes over the interface, with personal tokens")
class AgenciesAndCodesIT {
    private static PlatformProcess platform;
    private static Person operator;
    private static Province province;

    @BeforeAll
    static void meet() {
        platform = SharedPlatform.get();
        operator = Person.named(platform, "vanhanh");
        province = new Province(platform);
    }

    private static String etag(Answer answer) {
        return answer.header("ETag");
    }

    @Test
    @DisplayName("a contact is changed on the version that was read, and on no other")
    void contact() {
        String code = province.agency("ACTIVE");
        Answer read = operator.get("/api/v1/agencies/" + code + "/details");
        assertThat(read.status()).isEqualTo(200);
        Map<String, Object> contact = new HashMap<>(Map.of("email", "vanthu@vi-du.gov.vn", "area", "Phường Bình Hàn"));
        String path = "/api/v1/agencies/" + code + "/contact";
        assertThat(operator.send("PUT", path, contact, null).status()).isEqualTo(428);
        Answer changed = operator.send("PUT", path, contact, etag(read));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.get("email").asText()).isEqualTo("vanthu@vi-du.gov.vn");
        assertThat(operator.send("PUT", path, contact, etag(read)).status()).isEqualTo(412);
        contact.put("email", "không phải thư");
        assertThat(operator.send("PUT", path, contact, etag(changed)).status()).isEqualTo(422);
        assertThat(operator.get("/api/v1/agencies/" + code + "/history").status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("an agency is locked and opened again, with a reason, by who looks after the directory")
    void lock() {
        String code = province.agency("ACTIVE");
        String tag = etag(operator.get("/api/v1/agencies/" + code + "/details"));
        Map<String, String> reason = Map.of("reason", "đang sắp xếp");
        assertThat(Person.named(platform, "kiemtoan")
                        .send("POST", "/api/v1/agencies/" + code + ":lock", reason, tag)
                        .status())
                .isEqualTo(403);
        assertThat(Person.named(platform, "vanhanh", true)
                        .send("POST", "/api/v1/agencies/" + code + ":lock", reason, tag)
                        .status())
                .isEqualTo(403);
        assertThat(Person.nobody(platform)
                        .send("POST", "/api/v1/agencies/" + code + ":lock", reason, tag)
                        .status())
                .isEqualTo(401);
        Answer locked = operator.send("POST", "/api/v1/agencies/" + code + ":lock", reason, tag);
        assertThat(locked.status()).isEqualTo(200);
        assertThat(operator.send("POST", "/api/v1/agencies/" + code + ":unlock", reason, etag(locked))
                        .status())
                .isEqualTo(200);
        assertThat(operator.get("/api/v1/agencies/Y99.404/details").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("a code resolves in the form asked for; aliases come and go")
    void codes() {
        Answer resolved = operator.get("/api/v1/codes/000.00.12.H23");
        assertThat(resolved.status()).isEqualTo(200);
        assertThat(resolved.get("code").asText()).isEqualTo("000.00.12.H23");
        assertThat(operator.get("/api/v1/codes/h23.12").get("code").asText()).isEqualTo("H23.12");
        assertThat(operator.get("/api/v1/codes/Y99.404").status()).isEqualTo(404);
        String code = province.agency("ACTIVE");
        String alias = "THU." + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        String aliases = "/api/v1/codes/" + code + "/aliases";
        assertThat(operator.post(aliases, Map.of("alias", alias, "days", 3)).status())
                .isEqualTo(200);
        assertThat(operator.get("/api/v1/codes/" + alias).status()).isEqualTo(200);
        assertThat(operator.post(aliases, Map.of("alias", alias)).status()).isEqualTo(409);
        assertThat(operator.post(aliases, Map.of("alias", "x y")).status()).isEqualTo(422);
        assertThat(operator.send("DELETE", aliases + "/" + alias, null, null).status())
                .isEqualTo(204);
        assertThat(operator.get("/api/v1/codes/" + alias).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("codes are listed, checked, proposed and locked")
    void codeActs() {
        Answer page = operator.get("/api/v1/codes?q=H23&limit=2");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Link")).contains("after=");
        assertThat(operator.get("/api/v1/codes?state=nonsense").status()).isEqualTo(422);
        assertThat(operator.get("/api/v1/codes/H23.12/check").get("takenBy").asText())
                .isEqualTo("Sở Thông tin và Truyền thông");
        assertThat(operator.get("/api/v1/codes/H23..12/check").get("fault").asText())
                .isEqualTo("empty-group");
        assertThat(operator.get("/api/v1/codes/H23.12/next").get("code").asText())
                .startsWith("H23.12.");
        String code = province.agency("ACTIVE");
        String tag = etag(operator.get("/api/v1/codes/" + code + "/issue"));
        Map<String, String> reason = Map.of("reason", "chờ xác minh");
        assertThat(operator.send("POST", "/api/v1/codes/" + code + ":lock", reason, null)
                        .status())
                .isEqualTo(428);
        Answer locked = operator.send("POST", "/api/v1/codes/" + code + ":lock", reason, tag);
        assertThat(locked.get("state").asText()).isEqualTo("locked");
        assertThat(operator.send("POST", "/api/v1/codes/" + code + ":unlock", reason, tag)
                        .status())
                .isEqualTo(412);
        assertThat(operator.send("POST", "/api/v1/codes/" + code + ":unlock", reason, etag(locked))
                        .status())
                .isEqualTo(200);
    }
}
