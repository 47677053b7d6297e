package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.authentication.control.KeyFormat;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.AwsCall;
import vn.lgsp.tests.http.Curl;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;

@DisplayName("curl --aws-sigv4 signs for the platform (Điều 4.4, 10)")
class SignatureV4IT {
    private static final String LGSP = "lgsp:lgsp:haiduong:exchange";
    private static final String AWS = "aws:amz:us-east-1:execute-api";
    private static final String S3 = "aws:amz:haiduong:s3";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {LGSP, AWS, S3})
    @DisplayName("reads under either vendor name")
    void reads(String vendor) {
        curl(vendor, "/api/v1/inbox").expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        LGSP + ",?q=S%E1%BB%9F&limit=5",
        LGSP + ",?limit=5&q=S%E1%BB%9F%20C%C3%B4ng",
        LGSP + ",?q=a+b",
        LGSP + ",?q=a%2Bb",
        LGSP + ",?q=p%2Fq",
        LGSP + ",?q=p/q",
        LGSP + ",?q=1&q=2",
        LGSP + ",?q=2&q=1",
        AWS + ",?limit=5&q=S%e1%bb%9f",
        S3 + ",?q=S%E1%BB%9F%20a%2Bb"
    })
    @DisplayName("reads with a query")
    void readsWithQuery(String vendor, String query) {
        curl(vendor, "/api/v1/agencies" + query).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {LGSP, AWS, S3})
    @DisplayName("sends a packet: with a body, an idempotency key, a file and a colon in the path")
    void sends(String vendor) throws IOException {
        Answer granted = post(vendor, "/api/v1/packets", Json.write(Parcel.request(destination)))
                .expect(201);
        String space = granted.get("space").get("id").asText();
        Path file = Files.writeString(folder.resolve("cong-van.txt"), "Kính gửi: Sở Công Thương");
        byte[] bytes = Files.readAllBytes(file);

        // curl signs every header that it was given, but for -T never the body: a digest among the headers binds it.
        upload(vendor, space, file, "Content-Digest: " + ContentDigest.of(new byte[3]))
                .refused(400, "body-digest-mismatch");
        upload(vendor, space, file, "Accept: */*").refused(400, "digest-missing");
        upload(vendor, space, file, "Content-Digest: " + ContentDigest.of(bytes))
                .expect(201);

        String files = "{\"files\":[{\"name\":\"công văn.txt\",\"digest\":\"" + ContentDigest.of(bytes) + "\"}]}";
        post(vendor, "/api/v1/packets/" + granted.id("id") + ":complete", files).expect(200);
    }

    private Answer upload(String vendor, String space, Path file, String header) {
        return curl(
                vendor,
                "/api/v1/spaces/" + space + "/files/c%C3%B4ng%20v%C4%83n.txt",
                "-T",
                file.toString(),
                "-H",
                "Content-Type: application/octet-stream",
                "-H",
                header);
    }

    /** From a file: not every locale lets Vietnamese through on a command line. */
    private Answer post(String vendor, String path, String json) throws IOException {
        Path body = Files.writeString(folder.resolve("body.json"), json);
        return curl(
                vendor,
                path,
                "--data-binary",
                "@" + body,
                "-H",
                "Content-Type: application/json",
                "-H",
                "Idempotency-Key: " + UUID.randomUUID());
    }

    @Test
    @DisplayName("a secret that is wrong, a key that nobody has and a time that is over are refused")
    void curlRefused() {
        Curl.run("--aws-sigv4", LGSP, "-u", source.credentials().accessKey() + ":lgsp_test_sk_x", url("/api/v1/inbox"))
                .refused(401, "signature-invalid");
        Curl.run("--aws-sigv4", LGSP, "-u", "AKIDEXAMPLE:x", url("/api/v1/inbox"))
                .refused(401, "signature-invalid");
        Answer late = new AwsCall(source, "GET", "/api/v1/inbox")
                .at(Instant.parse("2020-01-01T00:00:00Z"))
                .send()
                .refused(401, "signature-outside-window");
        assertThat(late.get("serverTime").asText()).isNotBlank();
        assertThat(late.get("detail").asText()).contains("900");
    }

    @TestFactory
    @DisplayName("a request for a packet that was spoilt is refused and leaves nothing")
    Stream<DynamicTest> spoilt() {
        return Stream.of(
                refusal("another body", packet().bodyAfterSigning("{}"), 401, "signature-invalid"),
                refusal("another region", packet().scopeAfterSigning("haiphong/exchange"), 401, "signature-invalid"),
                refusal("another service", packet().scopeAfterSigning("haiduong/s3"), 401, "signature-invalid"),
                refusal(
                        "another media type",
                        packet().headerAfterSigning("content-type", "application/json;charset=UTF-8"),
                        401,
                        "signature-invalid"),
                refusal("host not signed", packet().leavingOut("host"), 401, "signature-not-covering"),
                refusal("media type not signed", packet().leavingOut("content-type"), 401, "signature-not-covering"),
                refusal(
                        "idempotency key not signed",
                        packet().headerAfterSigning("idempotency-key", "a"),
                        401,
                        "signature-not-covering"),
                refusal(
                        "another digest",
                        packet().headerAfterSigning("content-digest", ContentDigest.of(new byte[1])),
                        401,
                        "signature-not-covering"),
                refusal("901 s old", packet().at(Instant.now().minusSeconds(901)), 401, "signature-outside-window"),
                refusal(
                        "1000 s in the future",
                        packet().at(Instant.now().plusSeconds(1000)),
                        401,
                        "signature-outside-window"),
                refusal("another secret", packet().withSecret("lgsp_test_sk_x"), 401, "signature-invalid"),
                refusal("a key that nobody has", packet().withAccessKey("AKIDEXAMPLE"), 401, "signature-invalid"),
                refusal(
                        "somebody else's key",
                        packet().withAccessKey(destination.credentials().accessKey()),
                        401,
                        "signature-invalid"),
                refusal(
                        "an open body without a waiver",
                        packet().headerAfterSigning("x-lgsp-content-sha256", "UNSIGNED-PAYLOAD"),
                        401,
                        "signature-invalid"),
                refusal(
                        "marks of another scheme",
                        packet().headerAfterSigning("signature-input", "lgsp=()"),
                        401,
                        "signature-ambiguous"));
    }

    private DynamicTest refusal(String name, AwsCall call, int status, String code) {
        return DynamicTest.dynamicTest(name, () -> {
            Traces before = Traces.before(platform);
            Answer answer = call.send().refused(status, code);
            assertThat(answer.get("serverTime").asText()).isNotBlank();
            before.assertNothingLeft();
        });
    }

    @Test
    @DisplayName("a signature in the address is refused by name")
    void presigned() {
        String query = "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00";

        Answer answer = source.call("GET", "/api/v1/inbox" + query).unsigned().send();
        answer.refused(401, "signature-method-refused");
        assertThat(answer.get("detail").asText()).contains("X-Amz-Algorithm");
    }

    @Test
    @DisplayName("a time that is nearly over is accepted, also within 900 s")
    void nearlyOver() {
        packet().at(Instant.now().minusSeconds(890)).send().expect(201);
        packet().at(Instant.now().plusSeconds(890)).send().expect(201);
    }

    @Test
    @DisplayName("an unknown key and a wrong secret look the same")
    void sameAnswer() {
        assertThat(words(packet().withAccessKey(KeyFormat.newAccessKey(Environment.TEST))))
                .isEqualTo(words(packet().withSecret("lgsp_test_sk_x")))
                .containsKey("signatureBase");
    }

    /** The answer without what differs from request to request. */
    private static Map<String, Object> words(AwsCall call) {
        Map<String, Object> words = new TreeMap<>();
        Answer answer = call.send().refused(401, "signature-invalid");
        answer.json().properties().forEach(member -> words.put(member.getKey(), member.getValue()));
        words.computeIfPresent(
                "signatureBase", (name, base) -> base.toString().replaceAll("[0-9a-f]{64}|[0-9]{8}T[0-9]{6}Z", "…"));
        words.keySet().removeAll(List.of("requestId", "serverTime"));
        return words;
    }

    @Test
    @DisplayName("the same request a second time is a replay, also one that only reads")
    void replay() {
        for (AwsCall call : List.of(packet(), new AwsCall(source, "GET", "/api/v1/inbox"))) {
            HttpRequest request = call.request();
            assertThat(call.send(request).status()).isLessThan(300);
            Traces before = Traces.before(platform);
            call.send(request).refused(401, "nonce-replayed");
            before.assertNothingLeft();
        }
    }

    @Test
    @DisplayName("of 200 copies at the same time exactly one passes")
    void race() throws Exception {
        AwsCall call = packet();
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
    }

    private AwsCall packet() {
        return new AwsCall(source, "POST", "/api/v1/packets").json(Json.write(Parcel.request(destination)));
    }

    /** Two requests of one second that are alike would be one and its replay: a header of its own tells them apart. */
    private Answer curl(String vendor, String target, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--aws-sigv4",
                vendor,
                "-u",
                source.credentials().accessKey() + ":" + source.credentials().secret(),
                "-H",
                "X-Lgsp-Nonce: " + UUID.randomUUID()));
        arguments.addAll(List.of(more));
        arguments.add(url(target));
        return Curl.run(arguments);
    }

    private String url(String target) {
        return source.base() + target;
    }
}
