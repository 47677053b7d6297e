package vn.lgsp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.lgsp.client.FakePlatform.JSON;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.FakePlatform.Request;
import vn.lgsp.client.model.Importance;
import vn.lgsp.client.model.Packet;
import vn.lgsp.client.model.PacketRequest;
import vn.lgsp.client.model.PacketState;

/** Which calls are repeated when the other side is busy or the connection breaks, and which are not. */
class RepeatingTest {

    private static final UUID ID = UUID.fromString(Answers.PACKET_ID);
    private static final PacketRequest REQUEST = PacketRequest.to("000.00.31.H23", "V/v kết nối", "edoc", "edxml");

    private FakePlatform platform;
    private LgspClient client;

    @BeforeEach
    void connect() throws IOException {
        platform = new FakePlatform();
        client = platform.client();
    }

    @AfterEach
    void disconnect() {
        client.close();
        platform.close();
    }

    @Test
    void asksABusyPlatformAgainWithAFreshSignature() {
        platform.thenProblem(503, "unavailable", true).thenHangUp().then(200, JSON, Answers.packet("planned"));

        Packet packet = client.packets().get(ID);

        assertThat(packet.state()).isEqualTo(PacketState.PLANNED);
        assertThat(packet.importance()).isEqualTo(Importance.URGENT);
        assertThat(platform.requests())
                .hasSize(3)
                .extracting(request -> request.header("signature-input"))
                .doesNotHaveDuplicates();
        assertThat(platform.pauses()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void givesUpWhenThePlatformStaysBusy() {
        platform.thenProblem(503, "unavailable", true)
                .thenProblem(503, "unavailable", true)
                .thenProblem(503, "unavailable", true);

        RefusedException refusal = catchThrowableOfType(
                RefusedException.class, () -> client.packets().get(ID));

        assertThat(refusal.code()).isEqualTo("unavailable");
        assertThat(refusal.retry()).isTrue();
        assertThat(platform.requests()).hasSize(3);
    }

    @Test
    void saysWhatThePlatformSaidWhenItRefuses() {
        platform.thenProblem(422, "request-invalid", false);

        RefusedException refusal = catchThrowableOfType(
                RefusedException.class, () -> client.packets().request(REQUEST));

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.detail()).isEqualTo("Chi tiết");
        assertThat(refusal.fix()).isEqualTo("Cách sửa");
        assertThat(refusal.requestId()).isEqualTo("req-1");
        assertThat(refusal.errors()).singleElement().satisfies(error -> assertThat(error.field())
                .isEqualTo("title"));
        assertThat(platform.requests()).as("a refusal is not repeated").hasSize(1);
    }

    @Test
    void givesEachKindOfRefusalItsClass() {
        platform.thenProblem(401, "signature-invalid", false)
                .thenProblem(403, "no-access-right", false)
                .thenProblem(404, "not-found", false)
                .thenProblem(409, "packet-state-conflict", false);

        assertThatThrownBy(() -> client.packets().get(ID)).isInstanceOf(RefusedException.NotAuthenticated.class);
        assertThatThrownBy(() -> client.packets().get(ID)).isInstanceOf(RefusedException.NotPermitted.class);
        assertThatThrownBy(() -> client.packets().get(ID)).isInstanceOf(RefusedException.NotFound.class);
        assertThatThrownBy(() -> client.packets().get(ID)).isInstanceOf(RefusedException.Conflict.class);
    }

    @Test
    void sendsTheSameIdempotencyKeyWithEachAttempt() {
        platform.thenHangUp().then(201, JSON, Answers.packet("granted"));

        client.packets().request(REQUEST);

        List<Request> requests = platform.requests();
        assertThat(requests)
                .extracting(request -> request.header("idempotency-key"))
                .doesNotContainNull();
        assertThat(requests.get(1).header("idempotency-key"))
                .isEqualTo(requests.get(0).header("idempotency-key"));
        assertThat(requests.get(0).header("signature-input"))
                .startsWith(
                        "lgsp=(\"@method\" \"@target-uri\" \"content-digest\" \"content-type\" \"idempotency-key\")");
    }

    @Test
    void doesNotRepeatACancellationThatMayHaveArrived() {
        platform.thenHangUp().then(200, JSON, Answers.packet("cancelled"));

        assertThatThrownBy(() -> client.packets().cancel(ID, "Gửi nhầm")).isInstanceOf(UnreachableException.class);
        assertThat(platform.requests()).hasSize(1);
    }

    @Test
    void repeatsACancellationThatThePlatformPutOff() {
        platform.thenProblem(503, "unavailable", true).then(200, JSON, Answers.packet("cancelled"));

        assertThat(client.packets().cancel(ID, "Gửi nhầm").state()).isEqualTo(PacketState.CANCELLED);
    }

    @Test
    void waitsAsLongAsThePlatformAsksButNotForEver() {
        platform.then(exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "3");
                    FakePlatform.send(exchange, 429, "text/plain", new byte[0]);
                })
                .then(exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "86400");
                    FakePlatform.send(exchange, 503, "text/plain", new byte[0]);
                })
                .then(200, JSON, Answers.packet("planned"));

        client.packets().get(ID);

        assertThat(platform.pauses()).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void tellsThatNobodyIsThere() {
        URI gone = platform.uri();
        platform.close();

        UnreachableException failure = catchThrowableOfType(
                UnreachableException.class, () -> client.packets().cancel(ID, "x"));

        assertThat(failure.code()).isEqualTo("client-unreachable");
        assertThat(failure.detail()).contains(gone.toString());
        assertThat(platform.pauses())
                .as("a refused connection had no effect, so even this is repeated")
                .hasSize(2);
    }

    @Test
    void knowsAnAnswerThatIsNotThePlatforms() {
        platform.then(200, "text/html", "<html>")
                .then(200, JSON, "{\"id\":\"x\"}")
                .then(302, "text/html", "")
                .then(404, "text/html", "<h1>Not found</h1>");

        assertThatThrownBy(() -> client.packets().get(ID)).isInstanceOf(UnexpectedAnswerException.class);
        assertThatThrownBy(() -> client.packets().get(ID)).isInstanceOf(UnexpectedAnswerException.class);
        assertThatThrownBy(() -> client.packets().get(ID)).isInstanceOf(UnexpectedAnswerException.class);
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class, () -> client.packets().get(ID));
        assertThat(refusal.code()).isEqualTo("http-404");
    }

    @Test
    void showsTheTokenOfItsSessionAndSignsAgainWhenItIsOver() {
        String opened =
                Answers.session().replace("\"heartbeatSeconds\"", "\"token\":\"lgsp_se_x\",\"heartbeatSeconds\"");
        platform.then(201, JSON, opened)
                .then(200, JSON, Answers.packet("planned"))
                .thenProblem(401, "session-not-usable", false)
                .then(200, JSON, Answers.packet("planned"));
        try (LgspClient quick = platform.builder().sessionTokens().build()) {
            quick.openSession();
            quick.packets().get(ID);
            quick.packets().get(ID);
        }

        assertThat(platform.requests())
                .extracting(request -> request.header("authorization"))
                .containsExactly(null, "Bearer lgsp_se_x", "Bearer lgsp_se_x", null);
        assertThat(platform.requests())
                .extracting(request -> request.header("signature") != null)
                .containsExactly(true, false, false, true);
        assertThat(platform.pauses()).isEmpty();
    }

    @Test
    void signsEachCallUnlessToldOtherwise() {
        String opened =
                Answers.session().replace("\"heartbeatSeconds\"", "\"token\":\"lgsp_se_x\",\"heartbeatSeconds\"");
        platform.then(201, JSON, opened).then(200, JSON, Answers.packet("planned"));

        client.openSession();
        client.packets().get(ID);

        assertThat(platform.requests())
                .extracting(request -> request.header("authorization"))
                .containsOnlyNulls();
    }
}
