package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.OAuthCall;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;
import vn.lgsp.tests.platform.Waiver;

@DisplayName("OAuth 1.0a with two legs opens the platform (Điều 4.4, 10)")
class OAuth1IT {
    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Application bystander = Application.bystander(platform);

    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=5&q=S%E1%BB%9F", "?q=a+b", "?q=a%2Bb%2Fc&limit=1", "?q=1&q=2"})
    @DisplayName("reads, with a query too")
    void reads(String query) {
        String path = query.isEmpty() ? "/api/v1/inbox" : "/api/v1/agencies";

        new OAuthCall(source, "GET", path + query).send().expect(200);
    }

    @Test
    @DisplayName("sends a packet and a file whose hash is signed")
    void sends() {
        byte[] json = Json.write(Parcel.request(destination)).getBytes(UTF_8);
        Answer granted = new OAuthCall(source, "POST", "/api/v1/packets")
                .hashed(JSON, json, "SHA-256")
                .send()
                .expect(201);
        String file = "/api/v1/spaces/" + granted.get("space").get("id").asText() + "/files/c%C3%B4ng%20v%C4%83n.txt";
        byte[] bytes = "Kính gửi: Sở Công Thương".getBytes(UTF_8);

        new OAuthCall(source, "PUT", file)
                .hashed(BYTES, bytes, "SHA-256")
                .bodyAfterSigning(new byte[bytes.length])
                .send()
                .refused(400, "body-digest-mismatch");
        new OAuthCall(source, "PUT", file).body(BYTES, bytes).send().refused(401, "body-not-covered");
        new OAuthCall(source, "PUT", file)
                .hashed(BYTES, bytes, "SHA-256")
                .send()
                .expect(201);
    }

    @Test
    @DisplayName("a form is signed as parameters")
    void form() {
        String form = "grant_type=client_credentials&note=S%E1%BB%9F+C%C3%B4ng";
        new OAuthCall(source, "POST", "/api/v1/access-token").form(form).send().expect(200);
        new OAuthCall(source, "POST", "/api/v1/access-token")
                .form(form)
                .bodyAfterSigning(form.replace("note", "nota").getBytes(UTF_8))
                .send()
                .refused(401, "signature-invalid");
    }

    @TestFactory
    @DisplayName("a request for a packet that is not signed as it must be is refused and leaves nothing")
    Stream<DynamicTest> refused() {
        byte[] other = "{}".getBytes(UTF_8);
        return Stream.of(
                refusal("another secret", packet("SHA-256").withSecret("lgsp_test_sk_x"), 401, "signature-invalid"),
                refusal(
                        "a key that nobody has",
                        packet("SHA-256").with("oauth_consumer_key", "dpf43f3p2l4k3l03"),
                        401,
                        "signature-invalid"),
                refusal("another body", packet("SHA-256").bodyAfterSigning(other), 400, "body-digest-mismatch"),
                refusal("any body", packet(null), 401, "body-not-covered"),
                refusal("any body, and another one", packet(null).bodyAfterSigning(other), 401, "body-not-covered"),
                refusal("a hash of SHA-1 without a waiver", packet("SHA-1"), 401, "scheme-not-allowed"),
                refusal(
                        "HMAC-SHA1 without a waiver",
                        packet("SHA-256").with("oauth_signature_method", "HMAC-SHA1"),
                        401,
                        "scheme-not-allowed"),
                refusal(
                        "RSA-SHA1",
                        packet("SHA-256").with("oauth_signature_method", "RSA-SHA1"),
                        401,
                        "signature-method-refused"),
                refusal(
                        "RSA-SHA256 with a key that is a secret",
                        packet("SHA-256").with("oauth_signature_method", "RSA-SHA256"),
                        401,
                        "signature-invalid"),
                refusal(
                        "PLAINTEXT",
                        packet("SHA-256").with("oauth_signature_method", "PLAINTEXT"),
                        401,
                        "signature-method-refused"),
                refusal(
                        "a token",
                        packet("SHA-256").with("oauth_token", "kkk9d7dh3k39sjv7"),
                        401,
                        "signature-malformed"),
                refusal(
                        "an old time",
                        packet("SHA-256").at(Instant.now().minusSeconds(301)),
                        401,
                        "signature-outside-window"));
    }

    private DynamicTest refusal(String name, OAuthCall call, int status, String code) {
        return DynamicTest.dynamicTest(name, () -> {
            Traces before = Traces.before(platform);
            call.send().refused(status, code);
            before.assertNothingLeft();
        });
    }

    private OAuthCall packet(String hash) {
        byte[] json = Json.write(Parcel.request(destination)).getBytes(UTF_8);
        OAuthCall call = new OAuthCall(source, "POST", "/api/v1/packets");
        return hash == null ? call.body(JSON, json) : call.hashed(JSON, json, hash);
    }

    @Test
    @DisplayName("a nonce counts once within its second, for its key")
    void replay() {
        OAuthCall call = new OAuthCall(source, "GET", "/api/v1/inbox");
        HttpRequest request = call.request();
        call.send(request).expect(200);
        call.send(request).refused(401, "nonce-replayed");

        Instant now = Instant.now();
        inbox(source, now).send().expect(200);
        inbox(destination, now).send().expect(200);
        inbox(source, now.minusSeconds(1)).send().expect(200);
        inbox(source, now).send().refused(401, "nonce-replayed");
    }

    private static OAuthCall inbox(Application application, Instant at) {
        return new OAuthCall(application, "GET", "/api/v1/inbox").at(at).with("oauth_nonce", "wIjqoS-1");
    }

    @Test
    @DisplayName("HMAC-SHA1 and open bodies pass while there is a waiver, and are told when it ends")
    void waiver() {
        Instant end = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        give("HMAC_SHA1", end);
        give("OPEN_BODY", end.plusSeconds(60));

        OAuthCall[] call = new OAuthCall[1];
        Awaitility.await("the waiver counts").atMost(Duration.ofSeconds(20)).until(() -> {
            call[0] = new OAuthCall(bystander, "GET", "/api/v1/inbox").with("oauth_signature_method", "HMAC-SHA1");
            return call[0].send().status() == 200;
        });
        Answer answer = new OAuthCall(bystander, "GET", "/api/v1/inbox")
                .with("oauth_signature_method", "HMAC-SHA1")
                .send()
                .expect(200);
        assertThat(answer.header("Deprecation")).startsWith("@");
        assertThat(ZonedDateTime.parse(answer.header("Sunset"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isEqualTo(end);
        assertThat(new OAuthCall(bystander, "GET", "/api/v1/inbox")
                        .send()
                        .expect(200)
                        .header("Sunset"))
                .isNull();

        byte[] json = Json.write(Parcel.request(destination)).getBytes(UTF_8);
        // Let in; whether it may send is for others to decide.
        assertThat(new OAuthCall(bystander, "POST", "/api/v1/packets")
                        .body(JSON, json)
                        .send()
                        .status())
                .isIn(201, 403);
        assertThat(new OAuthCall(bystander, "POST", "/api/v1/packets")
                        .hashed(JSON, json, "SHA-1")
                        .send()
                        .status())
                .isIn(201, 403);
    }

    private void give(String kind, Instant end) {
        Waiver.give(platform.database(), bystander.credentials().accessKey(), kind, end);
    }
}
