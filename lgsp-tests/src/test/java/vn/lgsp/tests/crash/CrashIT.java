package vn.lgsp.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Traces;

@DisplayName("After kill -9 nothing is lost, nothing is half-done, nothing happens twice")
class CrashIT {
    private static final Map<String, String> REASON = Map.of("reason", "Lý do kiểm thử");

    private static PlatformProcess platform;
    private static Application source;
    private static Application destination;

    @BeforeAll
    static void start() {
        platform = PlatformProcess.start("crash");
        source = Application.source(platform);
        destination = Application.destination(platform);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @DisplayName("while a file comes in: nothing of it stays, it is uploaded again and the packet completes")
    void whileUploading() {
        byte[] content = new byte[3_000_000];
        Parcel parcel = Parcel.granted(source, destination).upload("trước.txt", new byte[] {1});
        Traces before = Traces.before(platform);
        Stalled stalled = new Stalled(content, 2_000_000);
        CompletableFuture<Void> upload = CompletableFuture.runAsync(() -> source.call("PUT", parcel.file("lớn.bin"))
                .body("application/octet-stream", ContentDigest.of(content), () -> stalled)
                .sendPatiently());
        Awaitility.await("the upload is under way")
                .until(() -> platform.blobs().all().stream().anyMatch(CrashIT::unfinished));

        platform.kill9();
        stalled.letGo();
        assertThat(upload).failsWithin(java.time.Duration.ofSeconds(30));
        platform.restart();

        assertThat(platform.database().rows()).isEqualTo(before.rows());
        assertThat(source.get(parcel.path()).expect(200).get("files")).hasSize(1);
        parcel.upload("lớn.bin", content).complete().accept().fetch().confirm();
    }

    @Test
    @DisplayName(
            "while a chunk of an upload in several requests comes in: what was acknowledged is there, and it goes on from it")
    void whileResuming() {
        byte[] content = new byte[3_000_000];
        new java.util.Random(4).nextBytes(content);
        Parcel parcel = Parcel.granted(source, destination);
        Resumable upload = Resumable.begun(source, parcel, "lớn.bin", content.length)
                .send(0, java.util.Arrays.copyOf(content, 200_000));
        byte[] rest = java.util.Arrays.copyOfRange(content, 200_000, content.length);
        Stalled stalled = new Stalled(rest, 2_000_000);
        CompletableFuture<Void> chunk = CompletableFuture.runAsync(() -> upload.call("PATCH")
                .header("Upload-Offset", "200000")
                .body(Resumable.CHUNK, ContentDigest.of(rest), () -> stalled)
                .sendPatiently());
        Awaitility.await("the chunk is under way")
                .until(() -> platform.blobs().all().stream().anyMatch(CrashIT::unfinished));

        platform.kill9();
        stalled.letGo();
        assertThat(chunk).failsWithin(java.time.Duration.ofSeconds(30));
        platform.restart();

        assertThat(upload.offset()).isEqualTo(200_000);
        upload.send(200_000, rest);
        parcel.has("lớn.bin", content).complete().accept().fetch().confirm();
    }

    @Test
    @DisplayName("before any step is durable: it did not happen; asked for again it does, once, and the packet arrives")
    void beforeEachStep() {
        try (CrashPoints points = new CrashPoints(platform)) {
            Map<String, Object> request = Parcel.request(destination);
            points.beforeTheFirst((String) request.get("title"), () -> request(request));
            points.before(
                    "NOTIFIED",
                    Parcel.sent(source, destination),
                    parcel -> destination.get("/api/v1/inbox?limit=200").expect(200),
                    parcel -> parcel.accept().fetch().confirm());
            points.before(
                    "UPLOADING",
                    Parcel.granted(source, destination),
                    parcel -> parcel.upload("a.txt", new byte[] {1}),
                    parcel -> parcel.complete().accept().fetch().confirm());
            for (String state : List.of("RECEIVED", "STORED", "PLANNED")) {
                points.before(state, Parcel.uploaded(source, destination), Parcel::complete, parcel -> parcel.accept()
                        .fetch()
                        .confirm());
            }
            points.before("ACCEPTED", Parcel.sent(source, destination), Parcel::accept, parcel -> parcel.fetch()
                    .confirm());
            points.before("FETCHING", Parcel.sent(source, destination).accept(), Parcel::fetch, Parcel::confirm);
            for (String state : List.of("CONFIRMED", "DELIVERED", "SHREDDED")) {
                points.before(state, Parcel.sent(source, destination).accept().fetch(), Parcel::confirm, parcel -> {});
            }
            points.before("REFUSED", Parcel.sent(source, destination), CrashIT::refuse, parcel -> {});
            points.before("CANCELLED", Parcel.sent(source, destination), CrashIT::cancel, parcel -> {});
            points.before("ERASED", large().accept().fetch(), Parcel::confirm, parcel -> {});

            platform.kill9();
            points.letGo();
            platform.restart();

            assertThat(count("select count(*) from packet where title = ?", request.get("title")))
                    .isZero();
            points.assertNothingHappened();
            assertThat(request(request)).isEqualTo(request(request));
            points.goOn();
            points.assertOnceAndErased();
        }
    }

    @Test
    @DisplayName("after a step whose answer is lost: asked for again the answer is the same, and nothing happens twice")
    void afterEachStep() {
        Map<String, Object> request = Parcel.request(destination);
        UUID granted = request(request);
        Parcel uploaded = Parcel.uploaded(source, destination);
        Parcel complete = Parcel.sent(source, destination);
        Parcel accepted = Parcel.sent(source, destination).accept();
        Parcel fetched = Parcel.sent(source, destination).accept().fetch();
        Parcel confirmed = large().accept().fetch().confirm();
        Parcel refused = Parcel.sent(source, destination);
        refuse(refused);
        Parcel cancelled = Parcel.sent(source, destination);
        cancel(cancelled);
        String receipt = source.get(confirmed.path() + "/receipt").expect(200).text();

        platform.kill9();
        platform.restart();

        assertThat(request(request)).isEqualTo(granted);
        uploaded.upload(uploaded.firstFile(), new byte[] {2})
                .complete()
                .accept()
                .fetch()
                .confirm();
        complete.complete().accept().fetch().confirm();
        accepted.accept().fetch().confirm();
        fetched.fetch().confirm();
        confirmed.confirm();
        refuse(refused);
        cancel(cancelled);
        assertThat(source.get(confirmed.path() + "/receipt").expect(200).text()).isEqualTo(receipt);
        List.of(uploaded, complete, accepted, fetched, confirmed, refused, cancelled)
                .forEach(parcel -> CrashPoints.assertOnceAndErased(platform, parcel));
    }

    /** Sent, with a file in a row of the database and one in the content store. */
    private static Parcel large() {
        return Parcel.uploaded(source, destination)
                .upload("lớn.bin", new byte[200_000])
                .complete();
    }

    private static UUID request(Map<String, Object> request) {
        return source.call("POST", "/api/v1/packets")
                .header("idempotency-key", request.get("title").toString().substring(17))
                .json(request)
                .send()
                .expect(201)
                .id("id");
    }

    private static void refuse(Parcel parcel) {
        destination.post(parcel.deliveryPath() + ":refuse", REASON).expect(200);
    }

    private static void cancel(Parcel parcel) {
        source.post(parcel.path() + ":cancel", REASON).expect(200);
    }

    private static long count(String sql, Object value) {
        return platform.database().count(sql, value);
    }

    private static boolean unfinished(java.nio.file.Path file) {
        return file.toString().endsWith(".part") && file.toFile().length() > 1_000_000;
    }
}
