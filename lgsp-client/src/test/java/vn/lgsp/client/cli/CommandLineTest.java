package vn.lgsp.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.client.Answers;
import vn.lgsp.client.FakePlatform;
import vn.lgsp.client.signing.ContentDigest;

/** What the command line says and how it ends. */
class CommandLineTest {

    private static final String JSON = "application/json";

    @TempDir
    private Path folder;

    private FakePlatform platform;
    private Path credentials;
    private String out;
    private String err;

    @BeforeEach
    void prepare() throws IOException {
        platform = new FakePlatform();
        credentials = folder.resolve("credentials.json");
        Files.createFile(
                credentials, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                credentials,
                "{\"endpoint\":\"%s\",\"accessKey\":\"LGSPAKTEST\",\"secret\":\"lgsp_test_sk_1\",\"agency\":\"000.00.12.H23\"}"
                        .formatted(platform.uri()));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void sendsWithOneLineOfJsonPerStep() throws IOException {
        Path file = Files.writeString(folder.resolve("Báo cáo.txt"), "nội dung");
        String digest = ContentDigest.of(file);
        platform.then(201, JSON, Answers.session())
                .then(201, JSON, Answers.packet("granted"))
                .then(201, JSON, Answers.file("Báo cáo.txt", Files.size(file), digest))
                .then(204, JSON, "")
                .then(200, JSON, Answers.packet("planned"))
                .then(204, JSON, "");

        int code = lgsp(
                "send", file.toString(), "--to", "H23.31", "--title", "T", "--deadline", "2026-12-31T17:00", "--json");

        assertThat(code).isZero();
        List<JsonObject> lines = lines();
        assertThat(lines)
                .extracting(line -> line.getString("step") + " " + line.getString("clause"))
                .containsExactly("session 8.1", "request 8.2", "upload 8.3", "policy 8.3", "complete 8.4");
        assertThat(lines).allSatisfy(line -> assertThat(line.getInt("ms")).isNotNegative());
        assertThat(lines.get(2).getString("file")).isEqualTo("Báo cáo.txt");
        assertThat(lines.get(2).getString("digest")).isEqualTo(digest);
        assertThat(lines.get(3).getString("deadline")).isEqualTo("2026-12-31T10:00:00.000Z");
        assertThat(lines.get(4).getString("packetId")).isEqualTo(Answers.PACKET_ID);
        assertThat(platform.requests().get(5).method())
                .as("the session is closed")
                .isEqualTo("DELETE");
    }

    @Test
    void sendsEachFileAsAPacketInOneRequestAndTellsWhatBecameOfEach() throws IOException {
        Path first = Files.writeString(folder.resolve("a.txt"), "một");
        Path second = Files.writeString(folder.resolve("b.txt"), "hai");
        platform.then(
                200,
                JSON,
                """
                {"results":[{"status":201,"packet":{"id":"%s","state":"planned","createdAt":"2026-01-01T00:00:00.000Z"}},
                 {"status":403,"problem":{"type":"t","title":"T","status":403,"code":"no-access-right","detail":"Chi tiết",
                  "fix":"Cách sửa","retry":false,"requestId":"r"}}]}"""
                        .formatted(Answers.PACKET_ID));

        int code =
                lgsp("send", "--each", first.toString(), second.toString(), "--to", "H23.31", "--title", "T", "--json");

        assertThat(code).isEqualTo(3);
        assertThat(platform.requests()).hasSize(1);
        assertThat(platform.requests().get(0).target()).isEqualTo("/api/v1/packets:send");
        assertThat(new String(platform.requests().get(0).body(), StandardCharsets.UTF_8))
                .contains("\"title\":\"T – a.txt\"", "\"title\":\"T – b.txt\"")
                .contains("\"content\":\"" + Base64.getEncoder().encodeToString(Files.readAllBytes(second)))
                .contains("\"digest\":\"" + ContentDigest.of(first), "\"idempotencyKey\":");
        assertThat(lines().get(0).getString("packetId")).isEqualTo(Answers.PACKET_ID);
        assertThat(lines().get(1).getJsonObject("error").getString("code")).isEqualTo("no-access-right");
        assertThat(lgsp("send", "--each", "--wait", "5", first.toString(), "--to", "H23.31", "--title", "T"))
                .isEqualTo(2);
    }

    @Test
    void takesWhatComesAlongAndConfirmsItTogether() throws IOException {
        String digest = ContentDigest.of("nội".getBytes(StandardCharsets.UTF_8));
        platform.then(
                        200,
                        JSON,
                        """
                        {"items":[{"deliveryId":"%s","packetId":"%s","state":"fetching","title":"T","importance":"normal",
                         "dataType":"file","protocol":"file","source":{"agency":"000.00.12.H23","name":"Sở"},"size":4,
                         "waitingSince":"2026-01-01T00:00:00.000Z","files":[{"name":"../a.txt","mediaType":"text/plain",
                         "size":5,"digest":"%s","content":"%s"}]}]}"""
                                .formatted(
                                        Answers.DELIVERY_ID,
                                        Answers.PACKET_ID,
                                        digest,
                                        Base64.getEncoder().encodeToString("nội".getBytes(StandardCharsets.UTF_8))))
                .then(200, JSON, "{\"results\":[{\"status\":200,\"receipt\":" + Answers.receipt() + "}]}");
        Path directory = folder.resolve("nhận");

        int code = lgsp("inbox", "--take", directory.toString(), "--wait", "30", "--json");

        assertThat(code).isZero();
        assertThat(platform.requests().get(0).target()).contains("wait=30").contains("inline=4194304");
        assertThat(new String(platform.requests().get(1).body(), StandardCharsets.UTF_8))
                .contains(Answers.DELIVERY_ID)
                .contains(digest);
        assertThat(lines()).extracting(line -> line.getString("step")).containsExactly("download", "confirm");
        assertThat(Path.of(lines().get(0).getString("path")))
                .hasParent(directory.toRealPath())
                .hasContent("nội");
    }

    @Test
    void tellsARefusalWithItsStepAndEndsWithThree() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "x");
        platform.then(201, JSON, Answers.session())
                .thenProblem(403, "no-access-right", false)
                .then(204, JSON, "");

        int code = lgsp("send", file.toString(), "--to", "H23.31", "--title", "T", "--json");

        assertThat(code).isEqualTo(3);
        JsonObject last = lines().get(1);
        assertThat(last.getString("step")).isEqualTo("request");
        assertThat(last.getJsonObject("error").getString("code")).isEqualTo("no-access-right");
        assertThat(last.getJsonObject("error").getString("fix")).isEqualTo("Cách sửa");
        assertThat(last.getJsonObject("error").getString("requestId")).isEqualTo("req-1");
    }

    @Test
    void endsWithFiveWhenThePlatformComputedAnotherDigest() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "x");
        platform.then(201, JSON, Answers.session())
                .then(201, JSON, Answers.packet("granted"))
                .thenProblem(400, "body-digest-mismatch", false);

        assertThat(lgsp("send", file.toString(), "--to", "H23.31", "--title", "T"))
                .isEqualTo(5);
        assertThat(err).contains("Tải lên").contains("body-digest-mismatch").contains("Cách sửa");
    }

    @Test
    void receivesIntoItsDirectoryWhateverTheFileIsCalled() throws IOException {
        byte[] content = "nội".getBytes(StandardCharsets.UTF_8);
        String digest = ContentDigest.of(content);
        Path directory = folder.resolve("in");
        platform.then(201, JSON, Answers.sessionWithDelivery())
                .then(200, JSON, Answers.delivery("../../ra ngoài.txt", content.length, digest))
                .then(200, "text/plain", "nội")
                .then(200, JSON, Answers.receipt())
                .then(204, JSON, "");

        int code = lgsp("listen", "--out", directory.toString(), "--count", "1", "--json");

        assertThat(code).isZero();
        assertThat(lines())
                .extracting(line -> line.getString("step") + " " + line.getString("clause"))
                .containsExactly("session 9.1", "accept 9.2", "download 9.3", "confirm 9.3");
        assertThat(directory).isDirectoryContaining(file -> file.endsWith("_.._ra ngoài.txt"));
        assertThat(directory.resolve("_.._ra ngoài.txt")).hasContent("nội");
        assertThat(new String(platform.requests().get(3).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"files\":[{\"name\":\"../../ra ngoài.txt\",\"digest\":\"" + digest + "\"}]}");
    }

    @Test
    void confirmsNothingAndKeepsNothingWhenContentIsDamaged() {
        Path directory = folder.resolve("in");
        platform.then(201, JSON, Answers.sessionWithDelivery())
                .then(200, JSON, Answers.delivery("a.txt", 3, ContentDigest.of(new byte[3])))
                .then(200, "text/plain", "abc");

        int code = lgsp("listen", "--out", directory.toString(), "--count", "1", "--json");

        assertThat(code).isEqualTo(5);
        assertThat(lines().get(2).getString("step")).isEqualTo("download");
        assertThat(lines().get(2).getJsonObject("error").getString("code")).isEqualTo("client-digest-mismatch");
        assertThat(directory).isEmptyDirectory();
        assertThat(platform.requests()).noneMatch(request -> request.target().endsWith(":confirm"));
    }

    @Test
    void endsWithFourWhenNobodyIsThere() {
        platform.close();

        assertThat(lgsp("inbox", "--lang", "en")).isEqualTo(4);
        assertThat(err).contains("Cannot connect").contains("client-unreachable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void refusesCredentialsThatOthersCanReachAndSaysHowToClose(String permissions) throws IOException {
        Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString(permissions));

        assertThat(lgsp("inbox")).isEqualTo(2);
        assertThat(err).contains("client-credentials-open").contains("chmod 600");
        assertThat(platform.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"endpoint\":1}", "{\"endpoint\":\"http://127.0.0.1\"}", "no json"})
    void refusesCredentialsThatItDoesNotUnderstandWithoutRepeatingThem(String content) throws IOException {
        Files.writeString(credentials, content);

        assertThat(lgsp("inbox")).isEqualTo(2);
        assertThat(err).contains("client-credentials-wrong");
    }

    @Test
    void neverShowsTheSecret() {
        lgsp("sign", "GET", "/api/v1/inbox");
        assertThat(out + err).contains("LGSPAKTEST").doesNotContain("lgsp_test_sk_1");

        platform.then(200, JSON, "{\"time\":\"2026-01-01T00:00:00.000Z\"}")
                .thenProblem(401, "signature-invalid", false);
        lgsp("doctor");
        assertThat(out + err).contains("Khóa").doesNotContain("lgsp_test_sk_1");
    }

    @Test
    void signsWithoutSendingAndCanRepeatAnExample() {
        int code = lgsp(
                "sign",
                "GET",
                "https://lgsp.example.vn/api/v1/inbox",
                "--created",
                "1767225600",
                "--nonce",
                "AAECAwQF",
                "--json");

        assertThat(code).isZero();
        assertThat(lines().get(0).getString("base"))
                .isEqualTo("\"@method\": GET\n\"@target-uri\": https://lgsp.example.vn/api/v1/inbox\n"
                        + "\"@signature-params\": (\"@method\" \"@target-uri\");created=1767225600;keyid=\"LGSPAKTEST\";"
                        + "alg=\"hmac-sha256\";nonce=\"AAECAwQF\";tag=\"lgsp-1\"");
        assertThat(lines().get(0).getJsonObject("headers").getString("Signature"))
                .matches("lgsp=:[A-Za-z0-9+/]{43}=:");
        assertThat(platform.requests()).isEmpty();
    }

    @Test
    void tellsMistakesInTheArgumentsInTheFormThatWasAskedFor() {
        assertThat(lgsp("send", "a.txt", "--json")).isEqualTo(2);
        assertThat(lines().get(0).getJsonObject("error").getString("detail")).contains("thiếu --to, --title");

        assertThat(lgsp("sned", "--lang=en")).isEqualTo(2);
        assertThat(err).contains("what is \"sned\"");

        assertThat(lgsp("status", "not-an-id")).isEqualTo(2);
        assertThat(err).contains("client-id");
    }

    @Test
    void helpsInBothLanguages() {
        assertThat(lgsp("--help")).isZero();
        assertThat(out).contains("Cách dùng", "Mã kết thúc", "không khớp mã băm");

        assertThat(lgsp("listen", "--help", "--lang", "en")).isZero();
        assertThat(out).contains("Usage", "nothing in it is overwritten");
    }

    @Test
    void showsTextOfOthersWithoutWhatActsOnATerminal() {
        platform.then(200, JSON, Answers.packet("planned").replace("V/v kết nối", "V/v \\u001b[2J\\u202Ekết nối"));

        lgsp("status", Answers.PACKET_ID);

        assertThat(out).contains("V/v \uFFFD[2J\uFFFDkết nối").doesNotContain("\u001b", "\u202E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vn.lgsp.client.ClientTexts", "vn.lgsp.client.cli.Messages"})
    void hasEachTextInBothLanguages(String bundle) {
        ResourceBundle vietnamese = ResourceBundle.getBundle(bundle, Locale.ROOT);
        ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ENGLISH);

        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
        for (String key : vietnamese.keySet()) {
            assertThat(english.containsKey(key)).as(key).isTrue();
        }
        assertThat(english.keySet()).as("English keys").isEqualTo(vietnamese.keySet());
    }

    private int lgsp(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--credentials", credentials.toString()));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = Main.run(
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                all.toArray(new String[0]));
        out = output.toString(StandardCharsets.UTF_8);
        err = errors.toString(StandardCharsets.UTF_8);
        return code;
    }

    private List<JsonObject> lines() {
        return out.lines()
                .map(line -> {
                    try (var reader = Json.createReader(new StringReader(line))) {
                        return reader.readObject();
                    }
                })
                .toList();
    }
}
