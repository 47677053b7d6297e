package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
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

@DisplayName("Keys of applications in the hands of people (Điều 7.1a, 10)")
class KeysIT {
    private static final Map<String, ?> REASON = Map.of("reason", "Kiểm thử thu hồi");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Keys keys = new Keys(platform);
    private final Person operator = keys.operator();
    private final Person auditor = Person.named(platform, "kiemtoan");

    private static Map<String, ?> named(String name) {
        return Map.of("name", name);
    }

    @Test
    @DisplayName("a key pair works at once; its secret is told once, an order that comes twice makes one key")
    void issued() {
        String application = keys.application();
        Map<String, ?> order = Map.of("name", "Máy chủ chính", "scopes", List.of("send", "events"));
        Map<String, String> once = Map.of("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        Answer issued =
                operator.sendWith("POST", application + "/keys", order, once).expect(201);
        assertThat(issued.get("accessKey").asText()).startsWith("lgsp_test_ak_");
        assertThat(issued.get("secret").asText()).startsWith("lgsp_test_sk_");
        Answer again =
                operator.sendWith("POST", application + "/keys", order, once).expect(201);
        assertThat(again.get("id")).isEqualTo(issued.get("id"));
        assertThat(again.json().has("secret")).isFalse();
        operator.sendWith("POST", application + "/keys", named("Khác"), once).refused(422, "idempotency-key-reused");

        keys.holder(issued).get("/api/v1/packets").expect(200);
        keys.holder(issued)
                .call("GET", "/api/v1/packets")
                .withSecret("lgsp_test_sk_" + "A".repeat(49))
                .send()
                .refused(401, "signature-invalid");
        Answer shown = auditor.get(Keys.path(application, issued)).expect(200);
        assertThat(shown.text()).doesNotContain(issued.get("secret").asText());
        assertThat(shown.get("scopes").toString()).isEqualTo("[\"send\",\"events\"]");
        assertThat(shown.get("state").asText()).isEqualTo("active");
        assertThat(shown.get("createdBy").asText()).isEqualTo("vanhanh");
        assertThat(operator.get(application + "/keys?state=active").expect(200).get("items"))
                .hasSize(1);
        assertThat(operator.get(application + "/keys?state=revoked").expect(200).get("items"))
                .isEmpty();
    }

    @Test
    @DisplayName("each field at fault is told at once")
    void fields() {
        String application = keys.application();
        Answer refused = operator.post(
                        application + "/keys",
                        Map.of(
                                "name",
                                " ",
                                "algorithm",
                                "rsa-v1_5-sha1",
                                "notAfter",
                                "2020-01-01T00:00:00Z",
                                "networks",
                                List.of("10.0.0.0/33")))
                .refused(422, "request-invalid");
        assertThat(refused.text())
                .contains("\"name\"")
                .contains("\"algorithm\"")
                .contains("\"notAfter\"")
                .contains("\"networks\"");
        operator.post(application + "/keys", Map.of("name", "x", "scopes", List.of()))
                .refused(422, "request-invalid");
        operator.post(application + "/keys", Map.of("name", "x", "scopes", List.of("all")))
                .refused(422, "request-invalid");
        operator.post(application + "/keys", Map.of("name", "x", "notAfter", "mai"))
                .refused(422, "request-invalid");
        operator.post(application + "/keys", Map.of("name", "x", "algorithm", "ed25519"))
                .refused(422, "request-invalid");
        operator.post(application + "/keys", Map.of("name", "x", "publicKey", "x"))
                .refused(422, "request-invalid");
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (bits > 0) {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----";
    }

    private static Map<String, ?> publicOrder(String algorithm, String publicKey) {
        return Map.of("name", "Khóa công khai", "algorithm", algorithm, "publicKey", publicKey);
    }

    private static byte[] signed(KeyPair pair, String algorithm, byte[] text) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("a public key is registered once and verifies what its owner signs; private and weak ones are refused")
    void publicKeys() {
        String application = keys.application();
        KeyPair pair = pair("Ed25519", 0);
        String pem = pem("PUBLIC KEY", pair.getPublic().getEncoded());
        Answer issued = keys.issue(application, publicOrder("ed25519", pem));
        assertThat(issued.json().has("secret")).isFalse();
        Application holder = keys.holder(issued);
        holder.call("GET", "/api/v1/inbox")
                .signedBy("ed25519", text -> signed(pair, "Ed25519", text))
                .send()
                .expect(200);
        KeyPair other = pair("Ed25519", 0);
        holder.call("GET", "/api/v1/inbox")
                .signedBy("ed25519", text -> signed(other, "Ed25519", text))
                .send()
                .refused(401, "signature-invalid");
        assertThat(auditor.get(Keys.path(application, issued))
                        .expect(200)
                        .get("fingerprint")
                        .asText())
                .hasSize(64);

        operator.post(keys.application() + "/keys", publicOrder("ed25519", pem)).refused(409, "public-key-taken");
        String secret = pem("PRIVATE KEY", other.getPrivate().getEncoded());
        assertThat(operator.post(application + "/keys", publicOrder("ed25519", secret))
                        .refused(422, "private-key-sent")
                        .text())
                .doesNotContain(secret.substring(30, 60));
        operator.post(application + "/keys", publicOrder("ecdsa-p256-sha256", pem))
                .refused(422, "public-key-unreadable");
        operator.post(
                        application + "/keys",
                        publicOrder(
                                "rsa-v1_5-sha256",
                                pem("PUBLIC KEY", pair("RSA", 1024).getPublic().getEncoded())))
                .refused(422, "public-key-weak");
    }

    @Test
    @DisplayName("a rotation lets both keys count until the overlap is ended; a third needs a reason")
    void rotation() {
        String application = keys.application();
        Answer old = keys.issue(application, Map.of("name", "Xoay", "scopes", List.of("receive")));
        String tag = operator.get(Keys.path(application, old)).header("ETag");
        operator.send("POST", Keys.path(application, old) + ":rotate", Map.of("overlap", "P31D"), tag)
                .refused(422, "request-invalid");
        Answer fresh = operator.send("POST", Keys.path(application, old) + ":rotate", Map.of("overlap", "PT24H"), tag)
                .expect(201);
        operator.send("POST", Keys.path(application, old) + ":rotate", Map.of(), tag)
                .refused(412, "version-outdated");
        operator.send("POST", Keys.path(application, old) + ":rotate", Map.of(), null)
                .refused(409, "too-many-keys");
        operator.post(application + "/keys", named("Thứ ba")).refused(409, "too-many-keys");
        operator.post(application + "/keys", Map.of("name", "Thứ ba", "reason", "Máy chủ dự phòng"))
                .expect(201);

        Application before = keys.holder(old);
        Application after = keys.holder(fresh);
        before.get("/api/v1/inbox").expect(200);
        after.get("/api/v1/inbox").expect(200);
        JsonNode shown = operator.get(Keys.path(application, old)).expect(200).json();
        assertThat(shown.get("state").asText()).isEqualTo("overlapping");
        assertThat(shown.get("replacedBy").asText()).isEqualTo(fresh.get("id").asText());
        assertThat(Instant.parse(shown.get("notAfter").asText()))
                .isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_401));
        assertThat(operator.get(Keys.path(application, fresh)).get("scopes").toString())
                .isEqualTo("[\"receive\"]");

        Answer session = before.post("/api/v1/sessions").expect(201);
        operator.send("POST", Keys.path(application, old) + ":end-overlap", null, null)
                .refused(409, "key-state");
        operator.send("POST", Keys.path(application, fresh) + ":end-overlap", null, null)
                .expect(200);
        operator.send("POST", Keys.path(application, fresh) + ":end-overlap", null, null)
                .refused(409, "key-state");
        before.get("/api/v1/inbox").refused(401, "key-not-usable");
        before.call("GET", "/api/v1/inbox")
                .unsigned()
                .header("Authorization", "Bearer " + session.get("token").asText())
                .send()
                .refused(401, "session-not-usable");
        after.get("/api/v1/inbox").expect(200);
        assertThat(operator.get(Keys.path(application, old)).get("state").asText())
                .isEqualTo("expired");
        operator.send("POST", Keys.path(application, old) + ":rotate", Map.of(), null)
                .refused(409, "key-state");
        assertThat(auditor.get(Keys.path(application, old) + "/history")
                        .expect(200)
                        .get("items"))
                .extracting(line -> line.get("act").asText())
                .containsExactly("overlap-ended", "rotated", "issued");
    }

    @Test
    @DisplayName("a restriction counts at once; an edit names the version that it is based on")
    void restricted() {
        String application = keys.application();
        Answer issued = keys.issue(application, named("Rộng"));
        Application holder = keys.holder(issued);
        String path = Keys.path(application, issued);
        holder.get("/api/v1/inbox").expect(200);
        String tag = operator.get(path).header("ETag");
        Map<String, ?> change = Map.of("scopes", List.of("send"), "networks", List.of("10.0.0.0/8", "2001:db8::/32"));
        operator.send("PATCH", path, change, null).refused(428, "version-missing");
        Answer changed = operator.send("PATCH", path, change, tag).expect(200);
        assertThat(changed.get("networks")).hasSize(2);
        assertThat(changed.get("name").asText()).isEqualTo("Rộng");
        operator.send("PATCH", path, change, tag).refused(412, "version-outdated");
        holder.get("/api/v1/inbox").refused(403, "key-scope-missing");
        Answer ended = operator.send("PATCH", path, Map.of("notAfter", "2099-01-01T00:00:00Z"), changed.header("ETag"))
                .expect(200);
        assertThat(ended.get("notAfter").asText()).startsWith("2099-01-01T00:00:00");
        Answer open = operator.send("PATCH", path, Map.of("notAfter", ""), ended.header("ETag"))
                .expect(200);
        assertThat(open.json().has("notAfter")).isFalse();
        operator.send("PATCH", path, Map.of("notAfter", "2020-01-01T00:00:00Z"), open.header("ETag"))
                .refused(422, "request-invalid");
    }

    @Test
    @DisplayName("a revoked key is over for ever, with its reason and who did it")
    void revoked() {
        String application = keys.application();
        Answer issued = keys.issue(application, named("Lộ"));
        String path = Keys.path(application, issued);
        Application holder = keys.holder(issued);
        holder.get("/api/v1/inbox").expect(200);
        operator.post(path + ":revoke", Map.of()).refused(422, "request-invalid");
        Answer revoked = operator.post(path + ":revoke", REASON).expect(200);
        assertThat(revoked.get("revokeReason").asText()).isEqualTo("Kiểm thử thu hồi");
        assertThat(revoked.get("revokedBy").asText()).isEqualTo("vanhanh");
        operator.post(path + ":revoke", Map.of("reason", "Lần nữa")).expect(200);
        assertThat(operator.get(path).get("revokeReason").asText()).isEqualTo("Kiểm thử thu hồi");
        holder.get("/api/v1/inbox").refused(401, "key-not-usable");
        operator.send("PATCH", path, named("Sống lại"), operator.get(path).header("ETag"))
                .refused(409, "key-state");
    }
}
