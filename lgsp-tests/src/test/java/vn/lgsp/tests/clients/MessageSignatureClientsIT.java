package vn.lgsp.tests.clients;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;

@DisplayName(
        "RFC 9421 by clients of others: npm http-message-signatures and http-message-sig, with every algorithm (Điều 4.4)")
class MessageSignatureClientsIT {
    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    static Stream<Arguments> clients() {
        return Stream.of("http-message-signatures", "http-message-sig").flatMap(client -> Stream.of(
                        "hmac-sha256", "rsa-v1_5-sha256", "rsa-pss-sha512", "ecdsa-p256-sha256", "ed25519")
                .map(algorithm -> Arguments.of(client, algorithm)));
    }

    @ParameterizedTest(name = "{0} with {1}: reads and posts; changed, repeated and forged requests are refused")
    @MethodSource("clients")
    void signs(String client, String algorithm) {
        RegisteredKey key = RegisteredKey.of(platform, source, algorithm);
        try {
            String other = "{\"title\":\"khác\"}";
            Map<String, Object> packet = Parcel.request(destination);
            List<Answer> answers = new Exchange()
                    .get("/api/v1/inbox")
                    .get("/api/v1/agencies?q=S%E1%BB%9F%20T%C3%A0i+ch%C3%ADnh&limit=3")
                    .post("/api/v1/packets", packet)
                    .by(client(client, key));
            answers.get(0).expect(200);
            answers.get(1).expect(200);
            answers.get(2).expect(201);

            Traces before = Traces.before(platform);
            List<Answer> refused = new Exchange()
                    .post("/api/v1/packets", Parcel.request(destination))
                    .bodyAfterSigning(other)
                    .post("/api/v1/packets", Parcel.request(destination))
                    .bodyAfterSigning(other)
                    .headerAfterSigning("Content-Digest", ContentDigest.of(other.getBytes(StandardCharsets.UTF_8)))
                    .get("/api/v1/inbox")
                    .twice()
                    .by(client(client, key));
            refused.get(0).refused(400, "body-digest-mismatch");
            refused.get(1).refused(401, "signature-invalid");
            refused.get(2).expect(200);
            refused.get(3).refused(401, "nonce-replayed");

            new Exchange()
                    .post("/api/v1/packets", Parcel.request(destination))
                    .by(client(client, key.forged()))
                    .get(0)
                    .refused(401, "signature-invalid");
            before.assertNothingLeft();
        } finally {
            key.end(platform.database());
        }
    }

    private ForeignClient client(String name, RegisteredKey key) {
        return ForeignClient.node(name + ".mjs")
                .signing(source.base(), key.accessKey(), key.secret())
                .environment("LGSP_ALGORITHM", key.algorithm());
    }
}
