package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Resumable;
import vn.lgsp.tests.platform.BlobLock;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.S3Server;
import vn.lgsp.tests.platform.Traces;

@DisplayName("A platform that keeps content in an S3-compatible store (Điều 4.3, 5.2, 5.3)")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3StoreIT {
    private static final int OPEN_SPACES = 25;

    private static final String MARK = "DẤU VẾT trong kho S3 0f6a1c";

    private S3Server server;
    private PlatformProcess platform;
    private Database database;
    private Application source;
    private Application destination;

    @BeforeAll
    void start() {
        server = S3Server.start();
        Map<String, String> settings = new HashMap<>(server.environment());
        settings.put("LGSP_SPACE_OPEN_MAX", Integer.toString(OPEN_SPACES));
        // Small content would lie in the database.
        settings.put("LGSP_CONTENT_SMALL_MAX", "0");
        platform = PlatformProcess.start("s3-platform", settings);
        database = platform.database();
        source = Application.source(platform);
        destination = Application.destination(platform);
        adopted();
    }

    /** As long as nothing is stored the platform may be given another store. */
    private void adopted() {
        Object own = database.one("select id from content_store");
        database.update("update content_store set id = ?", UUID.randomUUID());
        Awaitility.await("it is the platform's again")
                .until(() -> ready() == 200
                        && database.one("select id from content_store").equals(own));
    }

    @AfterAll
    void stop() {
        if (platform != null) {
            platform.close();
        }
        server.close();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        byte[] mark = MARK.getBytes(UTF_8);
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        return bytes;
    }

    private UUID blob(Parcel parcel) {
        return (UUID) database.one("select blob_id from packet_file where packet_id = ?", parcel.id());
    }

    private void awaitErased(Parcel parcel, UUID... blobs) {
        Awaitility.await("erased")
                .until(() -> database.contentState(parcel.id()).equals("ERASED"));
        assertThat(blobs).allSatisfy(blob -> assertThat(server.blobs().of(blob)).isEmpty());
    }

    @Test
    @DisplayName(
            "in parts, out whole and in ranges; encrypted there, and gone once it was confirmed: no trace in bucket, home or logs")
    void journey() {
        byte[] large = bytes(9 * 1024 * 1024);
        Parcel parcel = Parcel.granted(source, destination)
                .upload("lớn.bin", large)
                .complete()
                .accept()
                .fetch();
        UUID blob = blob(parcel);
        assertThat(server.blobs().of(blob)).hasSize(1);
        assertThat(platform.blobs().of(blob)).isEmpty();
        assertThat(Traces.of(MARK, server.bucket())).isEmpty();
        byte[] part = destination
                .call("GET", parcel.downloadFile("lớn.bin"))
                .header("Range", "bytes=8388000-8389000")
                .send()
                .expect(206)
                .body();
        assertThat(part).isEqualTo(Arrays.copyOfRange(large, 8_388_000, 8_389_001));
        source.get(parcel.path() + "/erasure").refused(404, "not-found");
        parcel.confirm();
        awaitErased(parcel, blob);
        assertThat(source.get(parcel.path() + "/erasure").expect(200).json().has("erasedAt"))
                .isTrue();
        assertThat(Traces.of(MARK, server.bucket())).isEmpty();
        assertThat(Traces.of(MARK, platform.home())).isEmpty();
        assertThat(Traces.of(S3Server.SECRET_KEY, platform.home())).isEmpty();
        assertThat(Traces.of(S3Server.SECRET_KEY, platform.log())).isEmpty();
    }

    @Test
    @DisplayName("a file comes in over several requests; one writes at a time, by a lock that every node sees")
    void resumable() throws Exception {
        byte[] content = bytes(400_000);
        Parcel parcel = Parcel.granted(source, destination);
        Resumable upload =
                Resumable.begun(source, parcel, "a.bin", content.length).send(0, Arrays.copyOf(content, 150_000));
        UUID blob = (UUID) database.one("select blob_id from resumable_upload where id = ?", upload.id());
        BlobLock lock = new BlobLock(database, blob);
        byte[] next = Arrays.copyOfRange(content, 150_000, 300_000);
        try (Connection otherNode = database.open()) {
            assertThat(lock.take(otherNode)).isTrue();
            upload.chunk(150_000, next).send().refused(423, "upload-in-use");
            lock.release(otherNode);

            CountDownLatch goOn = new CountDownLatch(1);
            CompletableFuture<Answer> held = CompletableFuture.supplyAsync(() -> upload.call("PATCH")
                    .header("Upload-Offset", "150000")
                    .body(Resumable.CHUNK, ContentDigest.of(next), () -> Resumable.held(next, goOn))
                    .send());
            Awaitility.await("writing").until(lock::held);
            upload.chunk(150_000, next).send().refused(423, "upload-in-use");
            goOn.countDown();
            held.join().expect(204);
            assertThat(lock.held()).isFalse();
        }
        upload.send(300_000, Arrays.copyOfRange(content, 300_000, content.length));
        parcel.has("a.bin", content).complete().accept().fetch().confirm();
        awaitErased(parcel, blob);
    }

    @Test
    @DisplayName("a lock that is lost while bytes come in stops them, and nothing that was acknowledged is harmed")
    void lockLost() {
        byte[] content = bytes(300_000);
        Parcel parcel = Parcel.granted(source, destination);
        Resumable upload =
                Resumable.begun(source, parcel, "a.bin", content.length).send(0, Arrays.copyOf(content, 100_000));
        byte[] rest = Arrays.copyOfRange(content, 100_000, content.length);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Answer> held = CompletableFuture.supplyAsync(() -> upload.call("PATCH")
                .header("Upload-Offset", "100000")
                .body(Resumable.CHUNK, ContentDigest.of(rest), () -> Resumable.held(rest, goOn))
                .send());
        BlobLock lock = new BlobLock(
                database, (UUID) database.one("select blob_id from resumable_upload where id = ?", upload.id()));
        Awaitility.await("writing").until(lock::held);
        lock.endSession();
        goOn.countDown();
        held.join().refused(503, "unavailable");
        // The pool has still to find out that one of its connections is gone.
        Awaitility.await("answers again").until(() -> upload.head().status() == 200);
        assertThat(upload.offset()).isEqualTo(100_000);
        upload.send(100_000, rest);
        parcel.has("a.bin", content).complete().accept().fetch();
    }

    @Test
    @DisplayName(
            "an object that was changed, or is missing, is never delivered: quarantined, both sides told, the rest erased")
    void damaged() throws IOException {
        Parcel changed = Parcel.granted(source, destination)
                .upload("a.bin", bytes(1_000))
                .complete()
                .accept();
        server.blobs().damage(blob(changed));
        assertQuarantined(changed);
        Parcel missing = Parcel.granted(source, destination)
                .upload("a.bin", bytes(1_000))
                .complete()
                .accept();
        Files.delete(server.blobs().of(blob(missing)).get(0));
        assertQuarantined(missing);
    }

    private void assertQuarantined(Parcel parcel) {
        destination.get(parcel.downloadFile("a.bin")).refused(500, "content-corrupted");
        assertThat(database.packetState(parcel.id())).isEqualTo("QUARANTINED");
        assertThat(database.column(
                        "select distinct application_id from event where packet_id = ? and type = 'vn.lgsp.packet.quarantined.v1'",
                        parcel.id()))
                .hasSize(2);
        awaitErased(parcel, blob(parcel));
    }

    @Test
    @DisplayName(
            "while the store is away everything that needs it answers 503 and nothing is lost; afterwards it goes on")
    void away() throws Exception {
        Parcel waiting = Parcel.sent(source, destination).accept();
        Parcel taken = Parcel.sent(source, destination).accept().fetch();
        Parcel coming = Parcel.granted(source, destination);
        Resumable upload = Resumable.begun(source, coming, "a.bin", 10).send(0, new byte[4]);
        assertThat(ready()).isEqualTo(200);
        server.stop();
        try {
            unavailable(source.call("PUT", coming.file("b.bin"))
                    .body("application/octet-stream", new byte[5])
                    .send());
            unavailable(upload.chunk(4, new byte[6]).send());
            unavailable(destination.get(waiting.downloadFile(waiting.firstFile())));
            assertThat(database.packetState(waiting.id())).isEqualTo("PLANNED");
            assertThat(ready()).isEqualTo(503);
            // The key is destroyed all the same; the bytes follow.
            taken.confirm();
            Answer receipt = source.get(taken.path() + "/erasure").expect(200);
            assertThat(receipt.json().has("keyDestroyedAt")).isTrue();
            assertThat(receipt.json().has("erasedAt")).isFalse();
        } finally {
            server.restart();
        }
        Awaitility.await("ready again").until(() -> ready() == 200);
        assertThat(upload.offset()).isEqualTo(4);
        upload.send(4, new byte[6]);
        coming.has("a.bin", new byte[10]).upload("b.bin", new byte[5]).complete();
        awaitErased(taken, blob(taken));
        waiting.fetch().confirm();
        awaitErased(waiting, blob(waiting));
    }

    @Test
    @DisplayName(
            "a node that was given another store than the platform's keeps away from content: nothing counts as missing")
    void otherStore() throws Exception {
        Parcel waiting = Parcel.sent(source, destination).accept();
        Object own = database.one("select id from content_store");
        database.update("update content_store set id = ?", UUID.randomUUID());
        Awaitility.await("not ready").until(() -> ready() == 503);
        unavailable(destination.get(waiting.downloadFile(waiting.firstFile())));
        assertThat(database.packetState(waiting.id())).isEqualTo("PLANNED");
        database.update("update content_store set id = ?", own);
        Awaitility.await("ready").until(() -> ready() == 200);
        waiting.fetch().confirm();
    }

    @Test
    @DisplayName("an application has only so many open spaces; one that is given up makes room for another")
    void manySpaces() {
        List<UUID> open = new ArrayList<>();
        Answer last = source.post("/api/v1/packets", Parcel.request(destination));
        while (last.status() == 201 && open.size() < OPEN_SPACES) {
            open.add(last.id("id"));
            last = source.post("/api/v1/packets", Parcel.request(destination));
        }
        last.refused(429, "too-many-spaces");
        assertThat(last.header("Retry-After")).isNotBlank();
        // Each gives its room back, so that no other test wants for it.
        for (UUID id : open) {
            source.post("/api/v1/packets/" + id + ":cancel", Map.of("reason", "Thử hạn mức"))
                    .expect(200);
        }
        Parcel.granted(source, destination);
    }

    private static void unavailable(Answer answer) {
        answer.refused(503, "unavailable");
        assertThat(answer.header("Retry-After")).isNotBlank();
    }

    private int ready() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(platform.base().resolve("/health/ready"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
