package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Who signed when connecting may show the session's token afterwards (Điều 8.1)")
class SessionTokenIT {
    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    @Test
    @DisplayName("the token opens what a signature opens, any number of times")
    void opens() {
        Answer session = open();
        String token = session.get("token").asText();
        assertThat(token).startsWith("lgsp_se_");
        assertThat(session.get("tokenExpiresAt").asText())
                .isGreaterThan(session.get("serverTime").asText());

        showing(token, source.call("GET", "/api/v1/inbox")).send().expect(200);
        showing(token, source.call("GET", "/api/v1/inbox")).send().expect(200);
        showing(token, source.call("POST", "/api/v1/sessions/" + session.id("id") + "/heartbeat"))
                .send()
                .expect(204);
        showing(token, source.call("GET", "/api/v1/agencies?q=UBND")).send().expect(200);
    }

    @Test
    @DisplayName("an upload with the token still needs its digest, and the right one")
    void uploads() {
        String token = open().get("token").asText();
        Parcel parcel = Parcel.granted(source, destination);
        byte[] bytes = "Kính gửi: Sở Công Thương".getBytes(UTF_8);

        showing(token, source.call("PUT", parcel.file("a.bin")).body("application/octet-stream", bytes))
                .headerAfterSigning("content-digest", null)
                .send()
                .refused(400, "digest-missing");
        showing(token, source.call("PUT", parcel.file("a.bin")).body("application/octet-stream", bytes))
                .headerAfterSigning("content-digest", ContentDigest.of(new byte[3]))
                .send()
                .refused(400, "body-digest-mismatch");
        showing(token, source.call("PUT", parcel.file("a.bin")).body("application/octet-stream", bytes))
                .send()
                .expect(201);
    }

    @Test
    @DisplayName("a declared digest has to be right also where none is needed")
    void wrongDigest() {
        String token = open().get("token").asText();

        showing(token, source.call("POST", "/api/v1/packets").json(Map.of("title", "V/v")))
                .headerAfterSigning("content-digest", ContentDigest.of(new byte[3]))
                .send()
                .refused(400, "body-digest-mismatch");
    }

    @Test
    @DisplayName("a token does not open another session")
    void begetsNoOther() {
        String token = open().get("token").asText();

        showing(token, source.call("POST", "/api/v1/sessions")).send().refused(401, "signature-missing");
    }

    @Test
    @DisplayName("it ends with its session, at once")
    void endsWithSession() {
        Answer session = open();
        String token = session.get("token").asText();
        showing(token, source.call("GET", "/api/v1/inbox")).send().expect(200);

        showing(token, source.call("DELETE", "/api/v1/sessions/" + session.id("id")))
                .send()
                .expect(204);

        showing(token, source.call("GET", "/api/v1/inbox")).send().refused(401, "session-not-usable");
    }

    @Test
    @DisplayName("it ends when its time is over, and counts only from where the session was opened")
    void endsAndIsBound() {
        Answer late = open();
        change("token_expires_at = now()", late.id("id"));
        Answer moved = open();
        change("remote_address = '127.0.0.9'", moved.id("id"));

        showing(late.get("token").asText(), source.call("GET", "/api/v1/inbox"))
                .send()
                .refused(401, "session-not-usable");
        showing(moved.get("token").asText(), source.call("GET", "/api/v1/inbox"))
                .send()
                .refused(401, "session-not-usable");
    }

    @Test
    @DisplayName("another application's session is not moved by it")
    void otherSession() {
        String token = open().get("token").asText();
        Answer theirs = destination.post("/api/v1/sessions").expect(201);

        showing(token, source.call("POST", "/api/v1/sessions/" + theirs.id("id") + "/heartbeat"))
                .send()
                .refused(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lgsp_se_",
                "lgsp_se_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA000000",
                "lgsp_se_' or 1=1 --",
                "lgsp_se_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    @DisplayName("what was never issued is refused")
    void forged(String token) {
        showing(token, source.call("GET", "/api/v1/inbox")).send().refused(401, "session-not-usable");
        showing(token, source.call("GET", "/api/v1/agencies?q=UBND")).send().refused(401, "session-not-usable");
    }

    @Test
    @DisplayName("only its hash is stored")
    void hashed() {
        Answer session = open();
        String token = session.get("token").asText();

        assertThat(platform.database()
                        .one("select encode(token_hash, 'hex') from client_session where id = ?", session.id("id")))
                .asString()
                .isEqualTo(HexFormat.of().formatHex(sha256(token)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Answer open() {
        return source.post("/api/v1/sessions").expect(201);
    }

    private void change(String what, UUID session) {
        assertThat(platform.database().update("update client_session set " + what + " where id = ?", session))
                .isEqualTo(1);
    }

    private static Call showing(String token, Call call) {
        return call.unsigned().header("authorization", "Bearer " + token);
    }
}
