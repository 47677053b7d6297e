package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName(
        "Content that was changed where it is stored is never delivered: quarantined once, both sides told (Điều 5.2)")
class QuarantineIT {
    private static final String A_BIT_OF_THE_KEY =
            "wrapped_key = set_byte(wrapped_key, 40, get_byte(wrapped_key, 40) # 1)";
    private static final String SET_BLOB = "update packet_file set blob_id = ? where packet_id = ? and name = ?";

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    private Parcel waiting() {
        byte[] other = new byte[200_000];
        Arrays.fill(other, (byte) 7);
        return Parcel.granted(source, destination)
                .upload("a.bin", new byte[200_000])
                .upload("b.bin", other)
                .complete()
                .accept();
    }

    private UUID blob(Parcel parcel, String name) {
        return (UUID)
                database.one("select blob_id from packet_file where packet_id = ? and name = ?", parcel.id(), name);
    }

    private Path file(Parcel parcel) {
        return platform.blobs().of(blob(parcel, "a.bin")).get(0);
    }

    private void set(Parcel parcel, String assignment) {
        database.update(
                "update packet_file set " + assignment + " where packet_id = ? and name = 'a.bin'", parcel.id());
    }

    private void key(Parcel parcel, String assignment) {
        assertThat(database.update("update content set " + assignment + " where packet_id = ?", parcel.id()))
                .isEqualTo(1);
    }

    /** The bytes of two files change places: what is read under either name was sealed under the packet's own key. */
    private void exchange(Parcel parcel) {
        UUID a = blob(parcel, "a.bin");
        UUID b = blob(parcel, "b.bin");
        database.update(SET_BLOB, UUID.randomUUID(), parcel.id(), "a.bin");
        database.update(SET_BLOB, a, parcel.id(), "b.bin");
        database.update(SET_BLOB, b, parcel.id(), "a.bin");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("a bit", (test, parcel) -> test.platform.blobs().damage(test.blob(parcel, "a.bin"))),
                change("cut", (test, parcel) -> cut(test.file(parcel), 100_000)),
                change("emptied", (test, parcel) -> cut(test.file(parcel), 0)),
                change("prolonged", (test, parcel) -> cut(test.file(parcel), 300_000)),
                change("missing", (test, parcel) -> delete(test.file(parcel))),
                change("bytes of another file of the packet", QuarantineIT::exchange),
                change("bytes of another packet", (test, parcel) -> {
                    Parcel other = test.waiting();
                    UUID foreign = test.blob(other, "a.bin");
                    test.database.update(SET_BLOB, UUID.randomUUID(), other.id(), "a.bin");
                    test.database.update(SET_BLOB, foreign, parcel.id(), "a.bin");
                }),
                change("size", (test, parcel) -> test.set(parcel, "size = size - 1")),
                change("digest", (test, parcel) -> test.set(parcel, "sha256 = sha256('x')")),
                change("type", (test, parcel) -> test.set(parcel, "media_type = 'text/html'")),
                change("no seal, and the bytes of another file", (test, parcel) -> {
                    test.exchange(parcel);
                    test.set(parcel, "seal = null");
                }),
                change("a bit of the key", (test, parcel) -> test.key(parcel, A_BIT_OF_THE_KEY)),
                change(
                        "the key cut",
                        (test, parcel) -> test.key(parcel, "wrapped_key = substring(wrapped_key for 20)")),
                change(
                        "the key named as of another master key",
                        (test, parcel) ->
                                test.key(parcel, "wrapped_key = overlay(wrapped_key placing '\\x00000000' from 2)")),
                change(
                        "the key and its row named as of a master key that nobody has",
                        (test, parcel) -> test.key(
                                parcel,
                                "wrapped_key = overlay(wrapped_key placing '\\x00000000' from 2), master_key_id = '00000000'")),
                change("the key of another packet", (test, parcel) -> {
                    UUID other = test.waiting().id();
                    test.key(
                            parcel,
                            "wrapped_key = (select wrapped_key from content where packet_id = '%s')".formatted(other));
                }));
    }

    private interface Change {
        void on(QuarantineIT test, Parcel parcel);
    }

    private static Arguments change(String name, Change change) {
        return Arguments.argumentSet(name, change);
    }

    private static void cut(Path file, int length) {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.setLength(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName(
            "whatever was changed, on disk or in the database: the download fails, and asking again changes nothing")
    void found(Change change) {
        Parcel parcel = waiting();
        change.on(this, parcel);
        Call call = destination.call("GET", parcel.downloadFile("a.bin"));
        call.again().send().refused(500, "content-corrupted");
        assertQuarantined(parcel, "failed");
        call.again().send().refused(410, "content-gone");
        destination.get(parcel.downloadFile("b.bin")).refused(410, "content-gone");
        parcel.refusedConfirmation(409, "delivery-state-conflict");
        assertQuarantined(parcel, "failed");
        new States(platform).awaitErased(parcel);
        Answer receipt = source.get(parcel.path() + "/erasure").expect(200);
        assertThat(receipt.get("state").asText()).isEqualTo("quarantined");
        assertThat(receipt.json().has("erasedAt")).isTrue();
    }

    /** Told to both, once; with the reason wherever either side looks. */
    private void assertQuarantined(Parcel parcel, String delivery) {
        assertThat(database.packetState(parcel.id())).isEqualTo("QUARANTINED");
        assertThat(new States(platform).keys(parcel)).isZero();
        assertThat(database.column(
                        "select application_id from event where packet_id = ? and type = 'vn.lgsp.packet.quarantined.v1'",
                        parcel.id()))
                .hasSize(2)
                .doesNotHaveDuplicates();
        Answer seen = destination.get(parcel.deliveryPath()).expect(200);
        assertThat(seen.get("state").asText()).isEqualTo(delivery);
        assertThat(seen.get("reason").asText()).isEqualTo("content-corrupted");
        assertThat(destination.get("/api/v1/inbox").expect(200).text())
                .doesNotContain(parcel.delivery().toString());
        Answer own = source.get(parcel.path()).expect(200);
        assertThat(own.get("state").asText()).isEqualTo("quarantined");
        assertThat(own.get("deliveries").get(0).get("reason").asText()).isEqualTo("content-corrupted");
        assertThat(source.get(parcel.path() + "/journey")
                        .expect(200)
                        .get("steps")
                        .findValuesAsText("detail"))
                .contains("content-corrupted");
    }

    @ParameterizedTest
    @CsvSource({"GET, bytes=0-9", "HEAD,"})
    @DisplayName("a record that was changed is found by a range and by a question for the size as well")
    void withoutTheWhole(String method, String range) {
        Parcel parcel = waiting();
        exchange(parcel);
        Call call = destination.call(method, parcel.downloadFile("a.bin"));
        assertThat((range == null ? call : call.header("Range", range)).send().status())
                .isEqualTo(500);
        assertQuarantined(parcel, method.equals("GET") ? "failed" : "cancelled");
    }

    @Test
    @DisplayName("found before completion, the source is told to upload again, and that is all it takes")
    void beforeCompletion() {
        Parcel parcel = Parcel.granted(source, destination)
                .upload("a.bin", new byte[10])
                .upload("b.bin", new byte[20]);
        set(parcel, "size = 11");
        source.post(parcel.path() + ":complete", parcel.digests()).refused(409, "uploaded-content-damaged");
        assertThat(database.packetState(parcel.id())).isEqualTo("UPLOADING");
        parcel.upload("a.bin", new byte[10]).complete().accept().fetch().confirm();
    }

    @Test
    @DisplayName("a key that was changed is found where content comes with the inbox, too")
    void keyWithTheInbox() {
        Parcel parcel = Parcel.sent(source, destination);
        key(parcel, A_BIT_OF_THE_KEY);
        assertThat(destination
                        .get("/api/v1/inbox?max=200&inline=1000000")
                        .expect(200)
                        .text())
                .doesNotContain(parcel.delivery().toString());
        assertQuarantined(parcel, "cancelled");
    }

    @Test
    @Timeout(60)
    @DisplayName("in a large file, whose first part is on its way already, damage breaks the line, and at once")
    void brokenOff() throws IOException {
        byte[] large = new byte[3_000_000];
        Parcel parcel = Parcel.granted(source, destination)
                .upload("a.bin", large)
                .complete()
                .accept();
        platform.blobs().damage(blob(parcel, "a.bin"));
        try (InputStream body =
                destination.call("GET", parcel.downloadFile("a.bin")).open().body()) {
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
        assertQuarantined(parcel, "failed");
    }

    @Test
    @DisplayName("after a quarantine the source sends anew, and that packet arrives")
    void anew() {
        Parcel parcel = waiting();
        platform.blobs().damage(blob(parcel, "b.bin"));
        destination.get(parcel.downloadFile("b.bin")).refused(500, "content-corrupted");
        assertQuarantined(parcel, "failed");
        Parcel.sent(source, destination).accept().fetch().confirm();
    }
}
