package vn.lgsp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lgsp.client.FakePlatform.JSON;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lgsp.client.FakePlatform.Request;
import vn.lgsp.client.model.Packet;
import vn.lgsp.client.model.Policy;
import vn.lgsp.client.signing.ContentDigest;

/** What goes over the wire when files are sent. */
class UploadTest {

    private static final byte[] CONTENT =
            "Kính gửi: Ủy ban nhân dân".repeat(10_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

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
    void sendsInFourSteps() throws IOException {
        Path file = Files.write(folder.resolve("Công văn 1.edxml"), CONTENT);
        String digest = ContentDigest.of(CONTENT);
        platform.then(201, JSON, Answers.packet("granted"))
                .then(201, JSON, Answers.file("Công văn 1.edxml", CONTENT.length, digest))
                .then(204, JSON, "")
                .then(200, JSON, Answers.packet("planned"));

        Packet packet = client.send(SendRequest.to("000.00.31.H23", "V/v kết nối")
                .file(file)
                .policy(new Policy(null, Instant.parse("2026-01-31T10:00:00.5Z"))));

        assertThat(packet.id()).hasToString(Answers.PACKET_ID);
        List<Request> requests = platform.requests();
        assertThat(requests)
                .extracting(request -> request.method() + " " + request.target())
                .containsExactly(
                        "POST /api/v1/packets",
                        "PUT /api/v1/spaces/" + Answers.SPACE_ID + "/files/C%C3%B4ng%20v%C4%83n%201.edxml",
                        "PUT /api/v1/spaces/" + Answers.SPACE_ID + "/policy",
                        "POST /api/v1/packets/" + Answers.PACKET_ID + ":complete");
        assertThat(text(requests.get(0)))
                .isEqualTo("{\"recipients\":[{\"agency\":\"000.00.31.H23\"}],\"title\":\"V/v kết nối\","
                        + "\"dataType\":\"edoc\",\"protocol\":\"edxml\",\"size\":" + CONTENT.length + "}");
        assertThat(requests.get(1).body()).isEqualTo(CONTENT);
        assertThat(requests.get(1).header("content-digest")).isEqualTo(digest);
        assertThat(requests.get(1).header("content-length")).isEqualTo(String.valueOf(CONTENT.length));
        assertThat(text(requests.get(2))).isEqualTo("{\"deadline\":\"2026-01-31T10:00:00.500Z\"}");
        assertThat(text(requests.get(3)))
                .isEqualTo("{\"files\":[{\"name\":\"Công văn 1.edxml\",\"digest\":\"" + digest + "\"}]}");
    }

    @Test
    void sendsAnEmptyFileWithItsDigest() throws IOException {
        Path file = Files.createFile(folder.resolve("rong.txt"));
        String digest = ContentDigest.of(new byte[0]);
        platform.then(201, JSON, Answers.packet("granted")).then(201, JSON, Answers.file("rong.txt", 0, digest));
        Packet granted =
                client.packets().request(SendRequest.to("A", "T").file(file).toPacketRequest());

        client.packets().upload(granted.space(), file);

        assertThat(platform.requests().get(1).header("content-digest")).isEqualTo(digest);
        assertThat(platform.requests().get(1).header("signature-input")).contains("\"content-digest\"");
    }

    @Test
    void sendsAFileAgainFromItsBeginningWhenTheConnectionBreaks() throws IOException {
        Path file = Files.write(folder.resolve("a.txt"), CONTENT);
        platform.then(201, JSON, Answers.packet("granted"))
                .thenHangUp()
                .then(201, JSON, Answers.file("a.txt", CONTENT.length, ContentDigest.of(CONTENT)));
        Packet granted =
                client.packets().request(SendRequest.to("A", "T").file(file).toPacketRequest());

        client.packets().upload(granted.space(), file);

        assertThat(platform.requests().get(2).body()).isEqualTo(CONTENT);
    }

    @Test
    void sendsNothingWhenAFileIsMissing() {
        SendRequest request = SendRequest.to("A", "T").file(folder.resolve("khong-co.txt"));

        assertThatThrownBy(() -> client.send(request)).isInstanceOf(IOException.class);
        assertThat(platform.requests()).isEmpty();
    }

    @Test
    void refusesTwoFilesOfOneName() throws IOException {
        Path one = Files.createFile(folder.resolve("a.txt"));
        Path other = Files.createFile(Files.createDirectory(folder.resolve("b")).resolve("a.txt"));
        SendRequest request = SendRequest.to("A", "T").file(one).file(other);

        assertThatIllegalArgumentException().isThrownBy(request::toPacketRequest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SendRequest.to("A", "T").toPacketRequest());
    }

    private static String text(Request request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
