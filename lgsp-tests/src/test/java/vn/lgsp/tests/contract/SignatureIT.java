package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.authentication.control.KeyFormat;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;

@DisplayName("Who signs gets in, nobody else (Điều 4.4, 10)")
class SignatureIT {
    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    @TestFactory
    @DisplayName("a request for a packet that is not signed as it must be is refused and leaves nothing")
    Stream<DynamicTest> refused() {
        return Stream.of(
                refusal("without a signature", packet().unsigned(), 401, "signature-missing"),
                refusal(
                        "with another secret",
                        packet().withSecret("lgsp_test_sk_khong_phai"),
                        401,
                        "signature-invalid"),
                refusal(
                        "with a key that nobody has",
                        packet().withAccessKey("LGSPAKUNKNOWN0000000"),
                        401,
                        "signature-invalid"),
                refusal(
                        "with a key of somebody else",
                        packet().withAccessKey(destination.credentials().accessKey()),
                        401,
                        "signature-invalid"),
                refusal(
                        "with an algorithm that the key is not for",
                        packet().withAlgorithm("hmac-sha512"),
                        401,
                        "signature-invalid"),
                refusal(
                        "for another method",
                        packet().covering("@target-uri", "content-digest", "content-type"),
                        401,
                        "signature-not-covering"),
                refusal(
                        "for any address",
                        packet().covering("@method", "content-digest", "content-type"),
                        401,
                        "signature-not-covering"),
                refusal(
                        "for any body",
                        packet().covering("@method", "@target-uri", "content-type"),
                        401,
                        "signature-not-covering"),
                refusal(
                        "for any media type",
                        packet().covering("@method", "@target-uri", "content-digest"),
                        401,
                        "signature-not-covering"),
                refusal(
                        "for any idempotency key",
                        packet().header("Idempotency-Key", "a-1")
                                .covering("@method", "@target-uri", "content-digest", "content-type"),
                        401,
                        "signature-not-covering"),
                refusal(
                        "with its digest taken away",
                        packet().headerAfterSigning("content-digest", null),
                        400,
                        "digest-missing"),
                refusal(
                        "with its body changed",
                        packet().bodyAfterSigning("{}".getBytes(UTF_8)),
                        400,
                        "body-digest-mismatch"),
                refusal(
                        "with body and digest changed",
                        packet().bodyAfterSigning("{}".getBytes(UTF_8))
                                .headerAfterSigning("content-digest", ContentDigest.of("{}".getBytes(UTF_8))),
                        401,
                        "signature-invalid"),
                refusal(
                        "with its media type changed",
                        packet().headerAfterSigning("content-type", "application/json;charset=UTF-8"),
                        401,
                        "signature-invalid"),
                refusal(
                        "with a digest that is none",
                        packet().header("content-digest", "sha-256=:AAAA:"),
                        400,
                        "digest-malformed"),
                refusal(
                        "with half a signature",
                        packet().headerAfterSigning("signature", "lgsp=:AAAA:"),
                        401,
                        "signature-invalid"),
                refusal(
                        "with an input that cannot be read",
                        packet().headerAfterSigning("signature-input", "lgsp=((("),
                        401,
                        "signature-malformed"),
                refusal("with a nonce that can be guessed", packet().withNonce("1"), 401, "signature-malformed"));
    }

    private DynamicTest refusal(String name, Call call, int status, String code) {
        return DynamicTest.dynamicTest(name, () -> {
            Traces before = Traces.before(platform);
            Answer answer = call.send().refused(status, code);
            if (status == 401) {
                assertThat(answer.header("WWW-Authenticate")).isNotBlank();
                assertThat(answer.get("serverTime").asText()).isNotBlank();
            }
            before.assertNothingLeft();
        });
    }

    @Test
    @DisplayName("signed as it must be it is granted")
    void granted() {
        packet().send().expect(201);
    }

    @Test
    @DisplayName("an unknown key and a wrong secret look the same, and so does what the platform took to be signed")
    void sameAnswer() {
        String stranger = KeyFormat.newAccessKey(Environment.TEST);
        Map<String, Object> unknown =
                words(packet().withAccessKey(stranger).send().refused(401, "signature-invalid"), stranger);
        Map<String, Object> wrong = words(
                packet().withSecret("lgsp_test_sk_khong_phai").send().refused(401, "signature-invalid"),
                source.credentials().accessKey());
        assertThat(unknown).isEqualTo(wrong).containsKey("signatureBase");
    }

    @Test
    @DisplayName("outside of the test environment nobody is told what was signed")
    void productionIsSilent() {
        assertThat(packet().withAccessKey(KeyFormat.newAccessKey(Environment.LIVE))
                        .send()
                        .refused(401, "signature-invalid")
                        .json()
                        .has("signatureBase"))
                .isFalse();
    }

    /** The answer without what differs from request to request. */
    private static Map<String, Object> words(Answer answer, String accessKey) {
        Map<String, Object> words = new TreeMap<>();
        answer.json().properties().forEach(member -> words.put(member.getKey(), member.getValue()));
        words.computeIfPresent("signatureBase", (name, base) -> base.toString()
                .replace(accessKey, "KEY")
                .replaceAll("created=[0-9]+|nonce=[^;]*|sha-256=[^,]*", "…"));
        words.keySet().removeAll(List.of("requestId", "serverTime"));
        return words;
    }

    @ParameterizedTest(name = "{0} s off is outside the window")
    @ValueSource(longs = {-301, 301, -86_400, 86_400})
    void clockOff(long seconds) {
        Traces before = Traces.before(platform);
        // A second of travel must not bring the request back into the window.
        long off = seconds > 0 ? seconds + 1 : seconds;
        packet().createdAt(Instant.now().plusSeconds(off)).send().refused(401, "signature-outside-window");
        before.assertNothingLeft();
    }

    @ParameterizedTest(name = "{0} s off is inside")
    @ValueSource(longs = {-290, 290})
    void clockNearlyRight(long seconds) {
        packet().createdAt(Instant.now().plusSeconds(seconds)).send().expect(201);
    }

    @Test
    @DisplayName("the same request a second time is a replay")
    void replay() {
        Call call = packet();
        HttpRequest request = call.request();
        call.send(request).expect(201);
        Traces before = Traces.before(platform);
        call.send(request).refused(401, "nonce-replayed");
        before.assertNothingLeft();
    }

    @Test
    @DisplayName("of 200 copies at the same time exactly one passes")
    void race() throws Exception {
        long packets = platform.database().rows().get("packet");
        Call call = packet();
        HttpRequest request = call.request();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            List<Future<Answer>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> {
                        go.await();
                        return call.send(request);
                    }))
                    .toList();
            go.countDown();
            Map<String, Integer> outcomes = new TreeMap<>();
            for (Future<Answer> answer : answers) {
                Answer got = answer.get();
                outcomes.merge(got.status() == 201 ? "granted" : got.get("code").asText(), 1, Integer::sum);
            }
            assertThat(outcomes).isEqualTo(Map.of("granted", 1, "nonce-replayed", 199));
        } finally {
            threads.shutdownNow();
        }
        assertThat(platform.database().rows()).containsEntry("packet", packets + 1);
    }

    private Call packet() {
        return source.call("POST", "/api/v1/packets").json(Json.write(Parcel.request(destination)));
    }
}
