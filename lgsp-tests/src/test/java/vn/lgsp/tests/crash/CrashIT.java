package vn.lgsp.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Resumable;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Traces;

@DisplayName("After kill -9 nothing is lost, nothing is half-done, nothing happens twice")
class CrashIT {
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
    @DisplayName("between completion and delivery: told once, delivered once")
    void betweenCompletionAndDelivery() {
        String newest = Events.newest(destination);
        Parcel parcel = Parcel.sent(source, destination);

        platform.kill9();
        platform.restart();

        try (Events told = Events.after(destination, newest)) {
            told.await("ready", parcel.id());
            assertThat(waiting()).containsOnlyOnce(parcel.id().toString());
            parcel.accept().fetch().confirm();
            Awaitility.await("the last step is in the history")
                    .until(() -> platform.database().contentState(parcel.id()).equals("ERASED"));
            assertThat(told.about(parcel.id())).hasSize(1);
        }
        assertThat(platform.database()
                        .column(
                                "select to_state from packet_history where packet_id = ? and subject = 'DELIVERY' order by seq",
                                parcel.id()))
                .containsExactly("WAITING", "PLANNED", "NOTIFIED", "ACCEPTED", "FETCHING", "CONFIRMED");
    }

    @Test
    @DisplayName("right after the confirmation: the receipt stands, the content is erased whenever that was")
    void afterConfirmation() {
        List<Parcel> parcels = java.util.stream.Stream.generate(
                        () -> Parcel.sent(source, destination).accept().fetch())
                .limit(5)
                .toList();
        parcels.forEach(Parcel::confirm);

        platform.kill9();
        platform.restart();

        for (Parcel parcel : parcels) {
            assertThat(source.get(parcel.path() + "/receipt")
                            .expect(200)
                            .get("keyDestroyed")
                            .asBoolean())
                    .isTrue();
            Awaitility.await("content erased")
                    .until(() -> platform.database().contentState(parcel.id()).equals("ERASED"));
            UUID blob =
                    (UUID) platform.database().one("select blob_id from packet_file where packet_id = ?", parcel.id());
            assertThat(platform.blobs().of(blob)).isEmpty();
        }
    }

    private static boolean unfinished(java.nio.file.Path file) {
        return file.toString().endsWith(".part") && file.toFile().length() > 1_000_000;
    }

    private static List<String> waiting() {
        return destination.get("/api/v1/inbox?limit=200").expect(200).json().findValuesAsText("packetId");
    }

    /** Gives so many bytes and then nothing, as a slow line does, until it is let go. */
    private static final class Stalled extends InputStream {
        private final byte[] content;
        private final int until;
        private final CountDownLatch over = new CountDownLatch(1);
        private int position;

        Stalled(byte[] content, int until) {
            this.content = content;
            this.until = until;
        }

        void letGo() {
            over.countDown();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (position >= until) {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("the line went dead");
            }
            int count = Math.min(length, until - position);
            System.arraycopy(content, position, target, offset, count);
            position += count;
            return count;
        }
    }
}
