package vn.lgsp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lgsp.client.FakePlatform.Reply;
import vn.lgsp.client.model.FileInfo;
import vn.lgsp.client.signing.ContentDigest;

/** Content that streams in: whole, resumed, changed, damaged. */
class DownloadTest {

    private static final byte[] CONTENT = randomBytes(300_000);
    private static final String DIGEST = ContentDigest.of(CONTENT);
    private static final String URL = "/api/v1/spaces/" + Answers.SPACE_ID + "/files/a.bin";

    @TempDir
    private Path folder;

    private Path target;
    private FakePlatform platform;
    private LgspClient client;

    @BeforeEach
    void connect() throws IOException {
        platform = new FakePlatform();
        client = platform.client();
        target = folder.resolve("a.bin");
    }

    @AfterEach
    void disconnect() {
        client.close();
        platform.close();
    }

    @Test
    void takesAFileAndComputesItsDigest() throws IOException {
        platform.then(exchange -> whole(exchange, CONTENT));

        assertThat(client.download(file(), target)).isEqualTo(DIGEST);
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void fetchesTheRestWhenTheConnectionBreaks() throws IOException {
        platform.then(exchange -> {
                    describe(exchange, CONTENT);
                    FakePlatform.sendPart(exchange, 200, CONTENT, 100_000);
                })
                .then(exchange -> {
                    byte[] rest = rest(exchange);
                    FakePlatform.sendPart(exchange, 206, rest, 50_000);
                })
                .then(exchange -> FakePlatform.send(exchange, 206, "application/octet-stream", rest(exchange)));

        assertThat(client.download(file(), target)).isEqualTo(DIGEST);

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(platform.requests()).hasSize(3);
        assertThat(platform.requests().get(0).header("range")).isNull();
        assertThat(platform.requests().get(1).header("range")).matches("bytes=\\d+-");
        assertThat(platform.requests().get(1).header("if-range")).isEqualTo("\"" + DIGEST + "\"");
        assertThat(platform.requests())
                .extracting(request -> request.header("signature"))
                .doesNotHaveDuplicates();
    }

    @Test
    void beginsAnewWhenThePlatformSendsTheWholeInsteadOfTheRest() throws IOException {
        platform.then(exchange -> {
                    describe(exchange, CONTENT);
                    FakePlatform.sendPart(exchange, 200, randomBytes(CONTENT.length), 100_000);
                })
                .then(exchange -> whole(exchange, CONTENT));

        assertThat(client.download(file(), target)).isEqualTo(DIGEST);
        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void keepsNothingOfContentThatIsNotWhatWasPromised() {
        byte[] damaged = CONTENT.clone();
        damaged[150_000] ^= 1;
        platform.then(exchange -> {
            describe(exchange, CONTENT);
            FakePlatform.send(exchange, 200, "application/octet-stream", damaged);
        });

        DigestMismatchException mismatch =
                catchThrowableOfType(DigestMismatchException.class, () -> client.download(file(), target));

        assertThat(mismatch.expected()).isEqualTo(DIGEST);
        assertThat(mismatch.actual()).isEqualTo(ContentDigest.of(damaged));
        assertThat(target).doesNotExist();
    }

    @Test
    void believesTheDigestOfTheDeliveryEvenIfTheAnswerAgreesWithItself() {
        byte[] other = randomBytes(CONTENT.length);
        other[0] ^= 1;
        platform.then(exchange -> whole(exchange, other));

        assertThatThrownBy(() -> client.download(file(), target)).isInstanceOf(DigestMismatchException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void refusesMoreThanWasPromised() {
        platform.then(exchange -> whole(exchange, Arrays.copyOf(CONTENT, CONTENT.length + 1)));

        assertThatThrownBy(() -> client.download(file(), target)).isInstanceOf(UnexpectedAnswerException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void refusesARangeThatItDidNotAskFor() {
        Reply wrong = exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 5-299999/300000");
            FakePlatform.send(exchange, 206, "application/octet-stream", Arrays.copyOfRange(CONTENT, 5, 300_000));
        };
        // Laid down twice: java.net.http may send the second GET again by itself, see FakePlatform.
        platform.then(exchange -> {
                    describe(exchange, CONTENT);
                    FakePlatform.sendPart(exchange, 200, CONTENT, 100_000);
                })
                .then(wrong)
                .then(wrong);

        assertThatThrownBy(() -> client.download(file(), target)).isInstanceOf(UnexpectedAnswerException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void givesUpWhenNothingComesAnyMore() {
        Reply nothing = exchange -> FakePlatform.sendPart(exchange, 200, CONTENT, 0);
        // Three attempts; java.net.http may send the GET of each again by itself, see FakePlatform.
        for (int i = 0; i < 6; i++) {
            platform.then(nothing);
        }

        assertThatThrownBy(() -> client.download(file(), target)).isInstanceOf(UnreachableException.class);
        assertThat(platform.requests()).hasSizeBetween(3, 6);
        assertThat(target).doesNotExist();
    }

    @Test
    void overwritesNothing() throws IOException {
        Files.writeString(target, "của người khác");

        assertThatThrownBy(() -> client.download(file(), target)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).hasContent("của người khác");
        assertThat(platform.requests()).isEmpty();
    }

    @Test
    void followsOnlyThePathOfAnAddress() throws IOException {
        platform.then(exchange -> whole(exchange, CONTENT));

        client.download(
                new FileInfo("a.bin", "x/y", CONTENT.length, DIGEST, "https://elsewhere.example" + URL), target);

        assertThat(platform.requests()).singleElement().satisfies(request -> assertThat(request.target())
                .isEqualTo(URL));
    }

    @Test
    void refusesAnAddressOutsideTheInterface() {
        FileInfo file = new FileInfo("a.bin", "x/y", CONTENT.length, DIGEST, "/api/v1/../../admin");

        assertThatIllegalArgumentException().isThrownBy(() -> client.download(file, target));
        assertThat(target).doesNotExist();
        assertThat(platform.requests()).isEmpty();
    }

    private static FileInfo file() {
        return new FileInfo("a.bin", "application/octet-stream", CONTENT.length, DIGEST, URL);
    }

    private static void describe(HttpExchange exchange, byte[] content) {
        exchange.getResponseHeaders().set("Repr-Digest", ContentDigest.of(content));
        exchange.getResponseHeaders().set("ETag", "\"" + ContentDigest.of(content) + "\"");
    }

    private static void whole(HttpExchange exchange, byte[] content) throws IOException {
        describe(exchange, content);
        FakePlatform.send(exchange, 200, "application/octet-stream", content);
    }

    /** The part that is asked for, with the headers that describe it. */
    private static byte[] rest(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        describe(exchange, CONTENT);
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + from + "-" + (CONTENT.length - 1) + "/" + CONTENT.length);
        return Arrays.copyOfRange(CONTENT, from, CONTENT.length);
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
