package vn.lgsp.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.bench.Heap;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Generated;
import vn.lgsp.tests.http.Json;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Repository;
import vn.lgsp.tests.platform.SharedPlatform;

@Tag("large")
@DisplayName(
        "1 GiB over lines that break: in by npm tus-js-client, out in ranges, through a heap of 512 MiB (Điều 8.3, 9.3)")
class LargeTusIT {
    private static final long SIZE = 1L << 30;
    private static final long CUT = SIZE / 10 * 4;
    private static final String NAME = "lớn.bin";
    private static final int MIB = 1024 * 1024;
    /** What may be alive more than before: buffers and whatever the platform learns meanwhile, a tenth of its heap. */
    private static final long ROOM_KIB = 50 * 1024;

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Heap heap = new Heap(platform.pid());
    private final String digest = digestOf(new Generated(SIZE));
    private long most;

    @Test
    @DisplayName(
            "the client is killed at two fifths and another takes the upload up; every byte arrives, and the heap stays flat")
    void throughSmallHeap() {
        // What is loaded once is not counted.
        Parcel.sent(source, destination).accept().fetch().confirm();
        Parcel parcel = Parcel.granted(source, destination, Map.of("size", SIZE));
        String token = source.post("/api/v1/sessions").expect(201).get("token").asText();
        long before = heap.usedKib();
        String url = watched(() -> client(parcel, token, Map.of("act", "cutOff", "cut", CUT)))
                .get("url")
                .asText();
        JsonNode requests = watched(() -> client(parcel, token, Map.of("act", "takenUp", "url", url)))
                .get("requests");
        assertThat(requests.get(0).asText()).isEqualTo("HEAD");
        assertThat(Long.parseLong(requests.get(1).asText().substring("PATCH ".length())))
                .as("what was acknowledged is not sent again")
                .isBetween(CUT - 64L * MIB, SIZE - 1);
        Map<String, Object> digests = Map.of("files", List.of(Map.of("name", NAME, "digest", digest)));
        source.post(parcel.path() + ":complete", digests).expect(200);
        parcel.accept();
        assertThat(watched(() -> inPieces(parcel))).isEqualTo(digest);
        assertThat(most).as("KiB alive at most, of %s before", before).isBetween(1L, before + ROOM_KIB);
        destination.post(parcel.deliveryPath() + ":confirm", digests).expect(200);
        UUID blob = (UUID) platform.database().one("select blob_id from packet_file where packet_id = ?", parcel.id());
        Awaitility.await("1 GiB erased").until(() -> platform.blobs().of(blob).isEmpty());
    }

    /** Does something, and looks at the platform's heap as often as that can be done meanwhile. */
    private <T> T watched(Supplier<T> act) {
        CompletableFuture<T> done = CompletableFuture.supplyAsync(act);
        while (true) {
            most = Math.max(most, heap.usedKib());
            try {
                return done.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException goesOn) {
                // It is looked at again.
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private JsonNode client(Parcel parcel, String token, Map<String, ?> act) {
        Map<String, Object> task = new HashMap<>(act);
        task.put("endpoint", platform.base() + "/api/v1/spaces/" + parcel.space() + "/uploads");
        task.put("token", token);
        task.put("metadata", Map.of("filename", NAME));
        task.put("file", block().toString());
        task.put("size", SIZE);
        return Json.read(
                ForeignClient.node("tus.mjs").input(task).run().expectSuccess().out());
    }

    /** What the content is made of, for a program that cannot make it. */
    private static Path block() {
        try (InputStream once = new Generated(Generated.PERIOD)) {
            Path file = Repository.newDirectory("tus").resolve("block");
            Files.copy(once, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the file in three pieces, the first two of which are broken off; returns the digest of all. */
    private String inPieces(Parcel parcel) {
        MessageDigest whole = ContentDigest.sha256();
        long position = 0;
        String tag = null;
        for (long until : new long[] {SIZE / 3, SIZE / 3 * 2 + 12_345, SIZE}) {
            Call call = destination.call("GET", parcel.downloadFile(NAME)).header("Range", "bytes=" + position + "-");
            HttpResponse<InputStream> answer = (tag == null ? call : call.header("If-Range", tag)).open();
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.headers().firstValue("Content-Range"))
                    .contains("bytes " + position + "-" + (SIZE - 1) + "/" + SIZE);
            assertThat(answer.headers().firstValue("Repr-Digest"))
                    .as("of the whole, with every piece")
                    .contains(digest);
            tag = answer.headers().firstValue("ETag").orElseThrow();
            position = take(answer.body(), whole, position, until);
        }
        return ContentDigest.format(whole.digest());
    }

    /** Reads up to a position and hangs up. */
    private static long take(InputStream body, MessageDigest whole, long from, long until) {
        byte[] buffer = new byte[256 * 1024];
        long position = from;
        try (body) {
            while (position < until) {
                int read = body.read(buffer, 0, (int) Math.min(buffer.length, until - position));
                assertThat(read).as("bytes at %s", position).isPositive();
                whole.update(buffer, 0, read);
                position += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return position;
    }

    private static String digestOf(InputStream content) {
        MessageDigest digest = ContentDigest.sha256();
        byte[] buffer = new byte[256 * 1024];
        try (content) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ContentDigest.format(digest.digest());
    }
}
