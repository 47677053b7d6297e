package vn.lgsp.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Resumable;
import vn.lgsp.tests.platform.BlobLock;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.S3Server;
import vn.lgsp.tests.platform.Traces;

@DisplayName(
        "After kill -9 nothing is lost, half-done or done twice where content lies in an S3-compatible store, either")
class S3CrashIT {
    private static S3Server server;
    private static PlatformProcess platform;
    private static Application source;
    private static Application destination;

    @BeforeAll
    static void start() {
        server = S3Server.start();
        Map<String, String> settings = new HashMap<>(server.environment());
        // Small content would lie in the database.
        settings.put("LGSP_CONTENT_SMALL_MAX", "0");
        platform = PlatformProcess.start("s3-crash", settings);
        source = Application.source(platform);
        destination = Application.destination(platform);
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
        }
        server.close();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static void assertErased(Parcel parcel) {
        CrashPoints.assertOnceAndErased(platform, parcel);
        assertThat(platform.database().column("select blob_id from packet_file where packet_id = ?", parcel.id()))
                .isNotEmpty()
                .allSatisfy(blob ->
                        assertThat(server.blobs().of((UUID) blob)).as("objects").isEmpty());
    }

    /** Pulls the plug while somebody is being answered, and starts again. */
    private static void killUnder(Stalled stalled, CompletableFuture<Void> call) {
        platform.kill9();
        stalled.letGo();
        assertThat(call).failsWithin(Duration.ofSeconds(30));
        platform.restart();
    }

    @Test
    @DisplayName("while a file comes in: nothing of it is in the packet, it is uploaded again and the packet completes")
    void whileUploading() {
        byte[] content = bytes(24_000_000);
        Parcel parcel = Parcel.granted(source, destination).upload("trước.txt", new byte[] {1});
        Traces before = Traces.before(platform);
        Stalled stalled = new Stalled(content, 20_000_000);
        CompletableFuture<Void> upload = CompletableFuture.runAsync(() -> source.call("PUT", parcel.file("lớn.bin"))
                .body("application/octet-stream", ContentDigest.of(content), () -> stalled)
                .sendPatiently());
        // More than what is on the line: a part of it is in the store by now.
        Awaitility.await("the upload is under way").until(stalled::exhausted);
        killUnder(stalled, upload);
        assertThat(platform.database().rows()).isEqualTo(before.rows());
        assertThat(source.get(parcel.path()).expect(200).get("files")).hasSize(1);
        parcel.upload("lớn.bin", content).complete().accept().fetch().confirm();
        assertErased(parcel);
    }

    @Test
    @DisplayName(
            "while a chunk comes in: what was acknowledged is there, nobody holds the upload any more, and it goes on")
    void whileResuming() {
        byte[] content = bytes(3_000_000);
        Parcel parcel = Parcel.granted(source, destination);
        Resumable upload =
                Resumable.begun(source, parcel, "lớn.bin", content.length).send(0, Arrays.copyOf(content, 200_000));
        byte[] rest = Arrays.copyOfRange(content, 200_000, content.length);
        Stalled stalled = new Stalled(rest, 2_000_000);
        CompletableFuture<Void> chunk = CompletableFuture.runAsync(() -> upload.call("PATCH")
                .header("Upload-Offset", "200000")
                .body(Resumable.CHUNK, ContentDigest.of(rest), () -> stalled)
                .sendPatiently());
        BlobLock lock = new BlobLock(platform.database(), (UUID)
                platform.database().one("select blob_id from resumable_upload where id = ?", upload.id()));
        Awaitility.await("the chunk is under way").until(() -> stalled.exhausted() && lock.held());
        killUnder(stalled, chunk);
        Awaitility.await("the lock went with its node").until(() -> !lock.held());
        assertThat(upload.offset()).isEqualTo(200_000);
        upload.send(200_000, rest);
        parcel.has("lớn.bin", content).complete().accept().fetch().confirm();
        assertErased(parcel);
    }

    @Test
    @DisplayName(
            "before any step is durable: it did not happen; asked for again it does, once, and the objects go in the end")
    void beforeEachStep() {
        try (CrashPoints points = new CrashPoints(platform)) {
            List<Parcel> parcels = new java.util.ArrayList<>();
            for (String state : List.of("RECEIVED", "PLANNED")) {
                Parcel parcel = remembered(parcels, uploaded());
                points.before(state, parcel, Parcel::complete, one -> one.accept()
                        .fetch()
                        .confirm());
            }
            points.before(
                    "FETCHING", remembered(parcels, uploaded().complete().accept()), Parcel::fetch, Parcel::confirm);
            for (String state : List.of("CONFIRMED", "SHREDDED", "ERASED")) {
                Parcel parcel =
                        remembered(parcels, uploaded().complete().accept().fetch());
                points.before(state, parcel, Parcel::confirm, one -> {});
            }
            platform.kill9();
            points.letGo();
            platform.restart();
            points.assertNothingHappened();
            points.goOn();
            points.assertOnceAndErased();
            parcels.forEach(S3CrashIT::assertErased);
        }
    }

    private static Parcel uploaded() {
        return Parcel.granted(source, destination).upload("văn bản.bin", bytes(200_000));
    }

    private static Parcel remembered(List<Parcel> parcels, Parcel parcel) {
        parcels.add(parcel);
        return parcel;
    }
}
