package vn.lgsp.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;
import vn.lgsp.tests.platform.Waiver;

@DisplayName("OAuth 1.0a by clients of others: npm oauth-1.0a, Python requests_oauthlib, Postman (Điều 4.4)")
class OAuthClientsIT {
    private static final String SEARCH = "/api/v1/agencies?q=S%E1%BB%9F%20T%C3%A0i%20ch%C3%ADnh&limit=3";
    private static final Newman.Report ALL_GOOD = new Newman.Report(0, List.of("201", "200", "201", "200"));

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    /** Programs that sign in this way. */
    enum Client {
        NPM_OAUTH,
        REQUESTS_OAUTHLIB;

        ForeignClient with(Application application, RegisteredKey key) {
            ForeignClient client = this == NPM_OAUTH
                    ? ForeignClient.node("oauth-1.0a.mjs")
                    : ForeignClient.python("requests_oauth.py");
            return client.signing(application.base(), key.accessKey(), key.secret())
                    .environment("LGSP_ALGORITHM", key.algorithm());
        }
    }

    static Stream<Arguments> clients() {
        return Stream.of(Client.values()).flatMap(client -> Stream.of("hmac-sha256", "rsa-v1_5-sha256")
                .map(algorithm -> Arguments.of(client, algorithm)));
    }

    @ParameterizedTest(
            name =
                    "{0} with {1}: reads; whoever hashes the body with SHA-256 posts; repeated and forged requests are refused")
    @MethodSource("clients")
    void signs(Client client, String algorithm) {
        RegisteredKey key = RegisteredKey.of(platform, source, algorithm);
        try {
            List<Answer> answers = new Exchange()
                    .get("/api/v1/inbox")
                    .get(SEARCH)
                    .post("/api/v1/packets", Parcel.request(destination))
                    .by(client.with(source, key));
            answers.get(0).expect(200);
            answers.get(1).expect(200);
            if (client == Client.NPM_OAUTH) {
                answers.get(2).expect(201);
            } else {
                // oauthlib hashes bodies with SHA-1 whatever it signs with.
                answers.get(2).refused(401, "scheme-not-allowed");
            }

            Traces before = Traces.before(platform);
            List<Answer> refused = new Exchange()
                    .get("/api/v1/inbox")
                    .twice()
                    .post("/api/v1/packets", Parcel.request(destination))
                    .with("withoutBodyHash", true)
                    .by(client.with(source, key));
            refused.get(0).expect(200);
            refused.get(1).refused(401, "nonce-replayed");
            refused.get(2).refused(401, "body-not-covered");
            new Exchange()
                    .get("/api/v1/inbox")
                    .by(client.with(source, key.forged()))
                    .get(0)
                    .refused(401, "signature-invalid");
            before.assertNothingLeft();
        } finally {
            key.end(platform.database());
        }
    }

    @Test
    @DisplayName("a body that was changed after signing is refused and leaves nothing")
    void changed() {
        RegisteredKey key = RegisteredKey.of(platform, source, "hmac-sha256");
        Traces before = Traces.before(platform);
        new Exchange()
                .post("/api/v1/packets", Parcel.request(destination))
                .bodyAfterSigning("{\"title\":\"khác\"}")
                .by(Client.NPM_OAUTH.with(source, key))
                .get(0)
                .refused(400, "body-digest-mismatch");
        before.assertNothingLeft();
    }

    @ParameterizedTest(name = "{0}: RSA with SHA-1 is refused, whoever asks")
    @EnumSource
    void rsaSha1(Client client) {
        RegisteredKey key = RegisteredKey.of(platform, source, "rsa-v1_5-sha256");
        try {
            new Exchange()
                    .get("/api/v1/inbox")
                    .by(client.with(source, new RegisteredKey(key.accessKey(), "rsa-v1_5-sha1", key.secret())))
                    .get(0)
                    .refused(401, "signature-method-refused");
        } finally {
            key.end(platform.database());
        }
    }

    @Test
    @DisplayName("SHA-1 works while the application may use it, with its end announced, and not a moment longer")
    void sha1() {
        RegisteredKey sha256 = RegisteredKey.of(platform, source, "hmac-sha256");
        RegisteredKey sha1 = new RegisteredKey(sha256.accessKey(), "hmac-sha1", sha256.secret());
        Waiver.give(
                platform.database(),
                sha256.accessKey(),
                "HMAC_SHA1",
                Instant.now().plus(Duration.ofDays(1)));
        try {
            await().until(() -> read(Client.NPM_OAUTH, sha1).status() == 200);
            for (Client client : Client.values()) {
                List<Answer> answers = new Exchange()
                        .get(SEARCH)
                        .post("/api/v1/packets", Parcel.request(destination))
                        .by(client.with(source, sha1));
                answers.get(0).expect(200);
                answers.get(1).expect(201);
                assertThat(answers.get(0).header("Deprecation")).isNotBlank();
                assertThat(answers.get(0).header("Sunset")).isNotBlank();
            }
            new Exchange()
                    .post("/api/v1/packets", Parcel.request(destination))
                    .by(Client.REQUESTS_OAUTHLIB.with(source, sha256))
                    .get(0)
                    .expect(201);
            assertThat(newman("HMAC-SHA1", sha256.secret())).isEqualTo(ALL_GOOD);
        } finally {
            Waiver.end(platform.database(), sha256.accessKey(), "HMAC_SHA1");
        }
        await().until(() -> read(Client.NPM_OAUTH, sha1).status() == 401);
        for (Client client : Client.values()) {
            read(client, sha1).refused(401, "scheme-not-allowed");
        }
        assertThat(newman("HMAC-SHA1", sha256.secret()).answers()).hasSize(4).containsOnly("401 scheme-not-allowed");
    }

    @Test
    @DisplayName("Postman: the collection that integrators are given, by newman")
    void postman() {
        assertThat(newman("HMAC-SHA256", source.credentials().secret())).isEqualTo(ALL_GOOD);
    }

    @Test
    @DisplayName("Postman with another secret: nothing but refusals, and newman says so")
    void postmanRefused() {
        Traces before = Traces.before(platform);
        Newman.Report report = newman("HMAC-SHA256", source.credentials().secret() + "x");
        assertThat(report.status()).isNotZero();
        assertThat(report.answers()).hasSize(4).containsOnly("401 signature-invalid");
        before.assertNothingLeft();
    }

    private Answer read(Client client, RegisteredKey key) {
        return new Exchange().get("/api/v1/inbox").by(client.with(source, key)).get(0);
    }

    private Newman.Report newman(String method, String secret) {
        return Newman.run("OAuth 1.0 " + method, source, secret, destination.agency());
    }
}
