package vn.lgsp.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;

@DisplayName(
        "AWS Signature V4 by clients of others: Postman, the signer of the AWS SDK for JavaScript, npm aws4 (Điều 4.4)")
class SigV4ClientsIT {
    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    @ParameterizedTest(name = "{0}: reads and posts")
    @ValueSource(strings = {"aws4", "smithy"})
    void signs(String client) {
        List<Answer> answers = new Exchange()
                .get("/api/v1/inbox")
                .get("/api/v1/agencies?q=S%E1%BB%9F%20T%C3%A0i%20ch%C3%ADnh&limit=3")
                .post("/api/v1/packets", Parcel.request(destination))
                .by(client(client, source.credentials().secret()));
        answers.get(0).expect(200);
        answers.get(1).expect(200);
        answers.get(2).expect(201);
    }

    @ParameterizedTest(name = "{0}: changed, repeated and forged requests are refused and leave nothing")
    @CsvSource({
        // Says nothing of the body beside the signature.
        "aws4, 401, signature-invalid",
        // Sends the hash of the body along.
        "smithy, 400, body-digest-mismatch"
    })
    void refused(String client, int status, String code) {
        Traces before = Traces.before(platform);
        String json = Json.write(Parcel.request(destination));
        List<Answer> answers = new Exchange()
                .post("/api/v1/packets", "application/json", json)
                // Of the same length, which aws4 signs as well.
                .bodyAfterSigning(json.replace("kiểm thử", "kiểm thứ"))
                .post("/api/v1/packets", "application/json", json)
                .headerAfterSigning("Content-Type", "application/json;charset=UTF-8")
                // No other request of this second has the same signature.
                .get("/api/v1/agencies?q=" + UUID.randomUUID())
                .twice()
                .by(client(client, source.credentials().secret()));
        answers.get(0).refused(status, code);
        answers.get(1).refused(401, "signature-invalid");
        answers.get(2).expect(200);
        answers.get(3).refused(401, "nonce-replayed");

        new Exchange()
                .post("/api/v1/packets", Parcel.request(destination))
                .by(client(client, source.credentials().secret() + "x"))
                .get(0)
                .refused(401, "signature-invalid");
        before.assertNothingLeft();
    }

    @Test
    @DisplayName("Postman: the collection that integrators are given, by newman")
    void postman() {
        assertThat(Newman.run("AWS Signature", source, source.credentials().secret(), destination.agency()))
                .isEqualTo(new Newman.Report(0, List.of("201", "200", "201", "200")));
    }

    @Test
    @DisplayName("Postman with another secret: nothing but refusals, and newman says so")
    void postmanRefused() {
        Traces before = Traces.before(platform);
        Newman.Report report =
                Newman.run("AWS Signature", source, source.credentials().secret() + "x", destination.agency());
        assertThat(report.status()).isNotZero();
        assertThat(report.answers()).hasSize(4).containsOnly("401 signature-invalid");
        before.assertNothingLeft();
    }

    private ForeignClient client(String name, String secret) {
        return ForeignClient.node(name + ".mjs")
                .signing(source.base(), source.credentials().accessKey(), secret);
    }
}
