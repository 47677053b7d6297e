package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.authentication.control.KeyFormat;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Waiver;

@DisplayName("The header lgspaccesstoken opens the platform for older software that has a waiver (Điều 4.4)")
class AccessTokenHeaderIT {
    private static final String KIND = "ACCESS_TOKEN_HEADER";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Application bystander = Application.bystander(platform);

    @BeforeEach
    void waiver() {
        Waiver.give(
                platform.database(),
                bystander.credentials().accessKey(),
                KIND,
                Instant.now().plus(Duration.ofDays(30)));
        Awaitility.await("the waiver counts")
                .atMost(Duration.ofSeconds(20))
                .until(() -> inbox(bystander).send().status() == 200);
    }

    @Test
    @DisplayName("it opens by itself, and the answer tells when that ends")
    void alone() {
        Answer answer = inbox(bystander).send().expect(200);

        assertThat(answer.header("Deprecation")).startsWith("@");
        assertThat(answer.header("Sunset")).isNotBlank();
    }

    @Test
    @DisplayName("without a waiver, or with one that is over, it does not; the refusal is in its words")
    void withoutWaiver() {
        Waiver.give(
                platform.database(),
                destination.credentials().accessKey(),
                KIND,
                Instant.now().minusSeconds(60));

        for (Application application : new Application[] {source, destination}) {
            Answer answer = inbox(application).send().refused(401, "scheme-not-allowed");
            assertThat(answer.get("error_code").asText()).isEqualTo("scheme-not-allowed");
            assertThat(answer.get("message").asText())
                    .isEqualTo(answer.get("detail").asText())
                    .isNotBlank();
        }
        assertThat(source.call("GET", "/api/v1/inbox").unsigned().send().json().has("error_code"))
                .isFalse();
    }

    @Test
    @DisplayName("a token is had for it, and shown beside it")
    void token() {
        Answer token = form(bystander, "grant_type=client_credentials").send().expect(200);
        assertThat(token.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(token.get("expires_in").asInt()).isBetween(60, 900);

        beside(token.get("access_token").asText()).send().expect(200);
        beside(token.get("access_token").asText()).send().expect(200);
    }

    @Test
    @DisplayName(
            "a token had for it counts alone too, with the same end told, and no longer than the waiver; nor does a stream")
    void tokenOutlivesNothing() {
        String token = form(bystander, "grant_type=client_credentials")
                .send()
                .expect(200)
                .get("access_token")
                .asText();
        assertThat(byItself(token).send().expect(200).header("Sunset")).isNotBlank();
        InputStream stream = bystander
                .call("GET", "/api/v1/events")
                .unsigned()
                .header("authorization", "Bearer " + token)
                .open()
                .body();

        Waiver.end(platform.database(), bystander.credentials().accessKey(), KIND);

        Awaitility.await("the end of the waiver shows")
                .atMost(Duration.ofSeconds(20))
                .until(() -> byItself(token).send().status() == 401);
        byItself(token).send().refused(401, "scheme-not-allowed");
        Awaitility.await("end of the stream").until(() -> Events.ended(stream));
        bystander.call("GET", "/api/v1/inbox").send().expect(200);
    }

    @Test
    @DisplayName("a token that is not its own does not pass beside it")
    void foreignToken() {
        String others = source.post("/api/v1/sessions").expect(201).get("token").asText();

        beside(others).send().refused(401, "session-not-usable");
        beside(KeyFormat.newSession()).send().refused(401, "session-not-usable");
        beside("anything").send().refused(401, "session-not-usable");
    }

    @Test
    @DisplayName("another grant is refused")
    void otherGrant() {
        form(bystander, "grant_type=password").send().refused(422, "request-invalid");
        assertThat(form(bystander, "a=b")
                        .send()
                        .refused(422, "request-invalid")
                        .get("error_code")
                        .asText())
                .isEqualTo("request-invalid");
    }

    @Test
    @DisplayName("a wrong secret and a key that nobody has are refused alike, and nothing of the secret comes back")
    void wrong() {
        String secret = KeyFormat.newSecret(Environment.TEST);
        Answer wrong = showing(bystander.credentials().accessKey(), secret, bystander.call("GET", "/api/v1/inbox"))
                .send()
                .refused(401, "signature-invalid");
        Answer unknown = showing(
                        KeyFormat.newAccessKey(Environment.TEST), secret, bystander.call("GET", "/api/v1/inbox"))
                .send()
                .refused(401, "signature-invalid");

        assertThat(wrong.text()).doesNotContain(secret);
        assertThat(wrong.text().replaceAll("\"(requestId|serverTime)\":\"[^\"]*\"", ""))
                .isEqualTo(unknown.text().replaceAll("\"(requestId|serverTime)\":\"[^\"]*\"", ""));
    }

    @Test
    @DisplayName("beside a signature it is one too many, and half of it is none")
    void malformed() {
        inbox(bystander).header("signature-input", "lgsp=()").send().refused(401, "signature-ambiguous");
        bystander
                .call("GET", "/api/v1/inbox")
                .unsigned()
                .header("lgspaccesstoken", "e30=")
                .send()
                .refused(401, "signature-malformed");
    }

    private Call beside(String token) {
        return inbox(bystander).header("authorization", "Bearer " + token);
    }

    private Call byItself(String token) {
        return bystander.call("GET", "/api/v1/inbox").unsigned().header("authorization", "Bearer " + token);
    }

    private static Call inbox(Application application) {
        return showing(application, application.call("GET", "/api/v1/inbox"));
    }

    private static Call form(Application application, String text) {
        return showing(
                application, application.call("POST", "/api/v1/access-token").body(FORM, text.getBytes(UTF_8)));
    }

    private static Call showing(Application application, Call call) {
        return showing(
                application.credentials().accessKey(), application.credentials().secret(), call);
    }

    private static Call showing(String accessKey, String secret, Call call) {
        String json =
                "{\"AccessKey\":\"%s\",\"SecretKey\":\"%s\",\"AppName\":\"QLVB\",\"PartnerCode\":\"000.00.31.H23\",\"PartnerCodeCus\":\"\"}"
                        .formatted(accessKey, secret);
        return call.unsigned().header("lgspaccesstoken", Base64.getEncoder().encodeToString(json.getBytes(UTF_8)));
    }
}
