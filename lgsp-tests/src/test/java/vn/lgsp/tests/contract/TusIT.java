package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Resumable;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;

/** One case for each status of the protocol, side by side to be compared with it; hence the length. */
@DisplayName("tus 1.0.0: content in several requests, and what is refused on the way (Điều 8.3)")
class TusIT {
    private static final String NAME = "Quyết định số 5.pdf";
    private static final byte[] BYTES = bytes(300_000);

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final Parcel parcel = Parcel.granted(source, destination);

    @Test
    @DisplayName("chunks of any size, also across the segments that are stored, make the file that was sent")
    void chunks() {
        Resumable upload = Resumable.begun(source, parcel, NAME, BYTES.length);
        long offset = 0;
        for (int size : new int[] {1, 65_535, 65_536, 65_537, 3, 100_000, 3_388}) {
            byte[] chunk = Arrays.copyOfRange(BYTES, (int) offset, (int) offset + size);
            Answer taken = upload.chunk(offset, chunk).send().expect(204);
            offset += size;
            assertThat(taken.header("Upload-Offset")).isEqualTo(Long.toString(offset));
            assertThat(taken.header("Tus-Resumable")).isEqualTo("1.0.0");
            assertThat(upload.offset()).isEqualTo(offset);
        }
        assertThat(offset).isEqualTo(BYTES.length);
        parcel.has(NAME, BYTES).complete().accept().fetch().confirm();
    }

    @Test
    @DisplayName("the state of an upload is told and is not kept by anybody on the way")
    void head() {
        Resumable upload = Resumable.begun(source, parcel, NAME, 10).send(0, new byte[4]);
        Answer head = upload.head().expect(200);
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
        assertThat(head.header("Upload-Offset")).isEqualTo("4");
        assertThat(head.header("Upload-Length")).isEqualTo("10");
        assertThat(head.header("Upload-Metadata")).isEqualTo("filename " + Resumable.base64(NAME.getBytes(UTF_8)));
        assertThat(head.header("Upload-Expires")).endsWith("GMT");
        assertThat(source.get(parcel.path()).expect(200).get("files")).isEmpty();
    }

    @Test
    @DisplayName("abilities are told without the version being named, and only to whoever the space belongs to")
    void options() {
        JsonNode space = source.get(parcel.path()).expect(200).get("space");
        assertThat(space.get("methods")).extracting(JsonNode::asText).containsExactly("put", "tus");
        String path = space.get("resumableUrl").asText();
        Answer abilities = source.call("OPTIONS", path).undocumented().send().expect(204);
        assertThat(abilities.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(abilities.header("Tus-Extension"))
                .isEqualTo(
                        "creation,creation-with-upload,creation-defer-length,expiration,termination,checksum,concatenation");
        assertThat(abilities.header("Tus-Checksum-Algorithm")).isEqualTo("sha1,sha256");
        assertThat(Long.parseLong(abilities.header("Tus-Max-Size"))).isPositive();
        destination.call("OPTIONS", path).undocumented().send().refused(404, "not-found");
        source.call("OPTIONS", path).unsigned().undocumented().send().refused(401, "signature-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "PATCH", "DELETE"})
    @DisplayName("another version is refused, and the right one is named")
    void version(String method) {
        Resumable upload = Resumable.begun(source, parcel, NAME, 10);
        String path = method.equals("POST") ? "/api/v1/spaces/" + parcel.space() + "/uploads" : upload.path();
        for (String version : new String[] {null, "0.2.2"}) {
            Call call = source.call(method, path).header("Upload-Length", "1").header("Upload-Offset", "0");
            Answer refused = (version == null ? call : call.header("Tus-Resumable", version)).send();
            assertThat(refused.status()).isEqualTo(412);
            assertThat(refused.header("Tus-Version")).isEqualTo("1.0.0");
            assertThat(refused.header("Tus-Resumable")).isEqualTo("1.0.0");
        }
        assertThat(upload.offset()).isZero();
    }

    @Test
    @DisplayName("an offset that is not the present one, another type, no offset: nothing changes")
    void refusedChunks() {
        Resumable upload = Resumable.begun(source, parcel, NAME, 10).send(0, new byte[4]);
        upload.chunk(0, new byte[4]).send().refused(409, "upload-offset-mismatch");
        upload.chunk(5, new byte[4]).send().refused(409, "upload-offset-mismatch");
        upload.chunk(4, new byte[4])
                .header("content-type", "application/octet-stream")
                .send()
                .refused(415, "media-type-unsupported");
        upload.call("PATCH").body(Resumable.CHUNK, new byte[4]).send().refused(400, "request-malformed");
        upload.chunk(4, new byte[4]).header("Upload-Offset", "-1").send().refused(400, "request-malformed");
        upload.chunk(4, new byte[7]).send().refused(413, "request-too-large");
        upload.chunk(4, new byte[6])
                .bodyAfterSigning(new byte[] {1, 2, 3, 4, 5, 6})
                .send()
                .refused(400, "body-digest-mismatch");
        upload.chunk(4, new byte[6])
                .headerAfterSigning("content-digest", null)
                .send()
                .refused(400, "digest-missing");
        assertThat(upload.offset()).isEqualTo(4);
        upload.send(4, new byte[6]);
        upload.chunk(10, new byte[1]).send().refused(413, "request-too-large");
        assertThat(upload.offset()).isEqualTo(10);
        parcel.has(NAME, new byte[10]).complete();
    }

    @ParameterizedTest
    @CsvSource({"sha1, SHA-1", "sha256, SHA-256"})
    @DisplayName("a chunk with another checksum is dropped as a whole")
    void checksum(String name, String algorithm) {
        byte[] chunk = Arrays.copyOf(BYTES, 200_000);
        Resumable upload = Resumable.begun(source, parcel, NAME, chunk.length);
        upload.chunk(0, chunk)
                .header("Upload-Checksum", name + " " + Resumable.base64(digest(algorithm, new byte[1])))
                .send()
                .refused(460, "upload-checksum-mismatch");
        assertThat(upload.offset()).isZero();
        upload.chunk(0, chunk)
                .header("Upload-Checksum", "md5 " + Resumable.base64(new byte[16]))
                .send()
                .refused(400, "request-malformed");
        upload.chunk(0, chunk)
                .header("Upload-Checksum", name + " " + Resumable.base64(digest(algorithm, chunk)))
                .send()
                .expect(204);
        parcel.has(NAME, chunk).complete().accept().fetch();
    }

    @Test
    @DisplayName("what is not there, or was given up, has no offset; a file that came of it goes too")
    void termination() {
        Answer unknown =
                new Resumable(source, "/api/v1/spaces/" + parcel.space() + "/uploads/" + UUID.randomUUID()).head();
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Upload-Offset")).isNull();
        Traces before = Traces.before(platform);
        Resumable upload = Resumable.begun(source, parcel, NAME, BYTES.length).send(0, new byte[100_000]);
        upload.call("DELETE").send().expect(204);
        assertThat(upload.head().status()).isEqualTo(404);
        upload.call("DELETE").send().refused(404, "not-found");
        upload.chunk(100_000, new byte[1]).send().refused(404, "not-found");
        before.assertNothingLeft();

        Resumable done = Resumable.begun(source, parcel, NAME, 3).send(0, new byte[3]);
        assertThat(source.get(parcel.path()).get("files")).hasSize(1);
        done.call("DELETE").send().expect(204);
        assertThat(source.get(parcel.path()).get("files")).isEmpty();
        before.assertNothingLeft();
    }

    @Test
    @DisplayName(
            "no more bytes than the data type allows, counting those that are announced; another file of the name does not count")
    void tooLarge() {
        String small = new Province(platform).dataType(100_000);
        new Province(platform).right(source.agency(), destination.agency(), small);
        Parcel little = Parcel.granted(source, destination, Map.of("dataType", small));
        creation(little, "a.bin", "100001").send().refused(413, "packet-too-large");
        Resumable first = Resumable.begun(source, little, "a.bin", 60_000);
        creation(little, "b.bin", "40001").send().refused(413, "packet-too-large");
        creation(little, "a.bin", "100000").send().expect(201);
        assertThat(first.head().status())
                .as("an upload of the same name takes its place")
                .isEqualTo(404);
        Resumable open = Resumable.of(
                source,
                Resumable.creation(source, little, "a.bin")
                        .header("Upload-Defer-Length", "1")
                        .send()
                        .expect(201));
        assertThat(open.head().header("Upload-Defer-Length")).isEqualTo("1");
        open.chunk(0, new byte[100_001]).send().refused(413, "request-too-large");
        open.chunk(0, new byte[10]).header("Upload-Length", "100001").send().refused(413, "packet-too-large");
        open.chunk(0, new byte[10]).header("Upload-Length", "10").send().expect(204);
        little.has("a.bin", new byte[10]).complete();
    }

    @Test
    @DisplayName("names, numbers and headers that are not in order begin nothing")
    void refusedCreations() {
        Traces before = Traces.before(platform);
        for (String name : new String[] {"../a", "a\\b", "cod\u202Efdp.exe", ".."}) {
            creation(parcel, name, "1").send().refused(422, "file-name-invalid");
        }
        Resumable.creation(source, parcel, NAME).send().refused(400, "request-malformed");
        creation(parcel, NAME, "1").header("Upload-Defer-Length", "1").send().refused(400, "request-malformed");
        creation(parcel, NAME, "-1").send().refused(400, "request-malformed");
        creation(parcel, NAME, "1")
                .header("Upload-Metadata", "filename !!!")
                .send()
                .refused(400, "request-malformed");
        creation(parcel, NAME, "1")
                .header("Upload-Metadata", "filename /w==")
                .send()
                .refused(400, "request-malformed");
        creation(parcel, NAME, "4").body("text/plain", new byte[4]).send().refused(415, "media-type-unsupported");
        before.assertNothingLeft();
        for (int i = 0; i < 20; i++) {
            Resumable.begun(source, parcel, "tệp " + i, 1);
        }
        creation(parcel, "tệp 20", "1").send().refused(422, "too-many-files");
        creation(parcel, "tệp 0", "1").send().expect(201);
    }

    @Test
    @DisplayName(
            "an empty header of metadata is as none; an empty file is complete at once; bytes may come with the creation")
    void lenient() {
        Resumable.creation(source, parcel)
                .header("Upload-Metadata", "")
                .header("Upload-Length", "0")
                .send()
                .expect(201);
        assertThat(source.get(parcel.path()).get("files")).hasSize(1);
        Answer created = creation(parcel, NAME, "300000")
                .body(Resumable.CHUNK, Arrays.copyOf(BYTES, 100_000))
                .send()
                .expect(201);
        assertThat(created.header("Upload-Offset")).isEqualTo("100000");
        Resumable.of(source, created).send(100_000, Arrays.copyOfRange(BYTES, 100_000, 300_000));
        assertThat(source.get(parcel.path()).get("files")).hasSize(2);
    }

    @Test
    @DisplayName("clients that know POST alone name the method in a header, on uploads and nowhere else")
    void methodOverride() {
        Resumable upload = Resumable.begun(source, parcel, NAME, 10);
        upload.call("POST")
                .header("X-HTTP-Method-Override", "PATCH")
                .header("Upload-Offset", "0")
                .body(Resumable.CHUNK, new byte[4])
                .undocumented()
                .send()
                .expect(204);
        assertThat(upload.offset()).isEqualTo(4);
        upload.call("POST")
                .header("X-HTTP-Method-Override", "GET")
                .undocumented()
                .send()
                .refused(405, "method-not-allowed");
        source.call("POST", parcel.file(NAME))
                .header("X-HTTP-Method-Override", "DELETE")
                .undocumented()
                .send()
                .refused(405, "method-not-allowed");
        upload.call("POST")
                .header("X-HTTP-Method-Override", "DELETE")
                .undocumented()
                .send()
                .expect(204);
        assertThat(upload.head().status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "a line that breaks: what arrived without a digest counts, a chunk with one counts whole or not at all")
    void brokenOff() {
        String token = source.post("/api/v1/sessions").expect(201).get("token").asText();
        Resumable upload = Resumable.begun(source, parcel, NAME, BYTES.length);
        breakOff(upload.call("PATCH")
                .header("Upload-Offset", "0")
                .body(Resumable.CHUNK, "sha-256=:none:", half(200_000))
                .headerAfterSigning("content-digest", null)
                .header("authorization", "Bearer " + token)
                .unsigned());
        Awaitility.await("what arrived counts").until(() -> upload.offset() > 0);
        int arrived = (int) upload.offset();
        assertThat(arrived).isLessThanOrEqualTo(200_000);
        byte[] rest = Arrays.copyOfRange(BYTES, arrived, BYTES.length);
        breakOff(upload.call("PATCH")
                .header("Upload-Offset", Integer.toString(arrived))
                .body(Resumable.CHUNK, vn.lgsp.client.signing.ContentDigest.of(rest), half(50_000)));
        Awaitility.await("the chunk is given up")
                .untilAsserted(() -> upload.chunk(arrived, new byte[0]).send().expect(204));
        assertThat(upload.offset()).isEqualTo(arrived);
        upload.send(arrived, rest);
        parcel.has(NAME, BYTES).complete().accept().fetch();
    }

    @Test
    @DisplayName("one request at a time writes; what it was sent arrives unharmed")
    void oneAtATime() {
        Resumable upload = Resumable.begun(source, parcel, NAME, BYTES.length);
        CountDownLatch goOn = new CountDownLatch(1);
        InputStream waiting = new SequenceInputStream(
                new ByteArrayInputStream(BYTES, 0, 200_000),
                new SequenceInputStream(held(goOn), new ByteArrayInputStream(BYTES, 200_000, 100_000)));
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> upload.call("PATCH")
                .header("Upload-Offset", "0")
                .body(Resumable.CHUNK, vn.lgsp.client.signing.ContentDigest.of(BYTES), () -> waiting)
                .send());
        UUID blob = (UUID) platform.database().one("select blob_id from resumable_upload where id = ?", upload.id());
        Awaitility.await("the first writes")
                .until(() -> platform.blobs().of(blob).get(0).toFile().length() > 100_000);
        upload.chunk(0, new byte[10]).send().refused(423, "upload-in-use");
        goOn.countDown();
        first.join().expect(204);
        parcel.has(NAME, BYTES).complete().accept().fetch();
    }

    @Test
    @DisplayName("parts are joined in the order given; unfinished, foreign and joined ones are not")
    void concatenation() {
        Resumable one = part(100_000);
        Resumable two = part(BYTES.length - 100_000);
        join(one, two).send().refused(409, "upload-unfinished");
        one.send(0, Arrays.copyOf(BYTES, 100_000));
        two.send(0, Arrays.copyOfRange(BYTES, 100_000, BYTES.length));
        assertThat(source.get(parcel.path()).get("files")).isEmpty();
        Resumable.creation(source, parcel, NAME)
                .header("Upload-Concat", "final;/etc/passwd")
                .send()
                .refused(400, "request-malformed");
        Resumable joined = Resumable.of(source, join(one, two).send().expect(201));
        assertThat(joined.offset()).isEqualTo(BYTES.length);
        assertThat(joined.head().header("Upload-Concat")).startsWith("final;");
        joined.chunk(BYTES.length, new byte[1]).send().refused(403, "upload-joined");
        assertThat(one.head().status()).isEqualTo(404);
        join(one, two).send().refused(409, "upload-unfinished");
        parcel.has(NAME, BYTES).complete().accept().fetch();
    }

    @Test
    @DisplayName("an upload whose time is over takes nothing, and goes with its bytes")
    void expiry() {
        Resumable upload = Resumable.begun(source, parcel, NAME, BYTES.length).send(0, new byte[100_000]);
        UUID blob = (UUID) platform.database().one("select blob_id from resumable_upload where id = ?", upload.id());
        platform.database()
                .update(
                        "update resumable_upload set expires_at = now() - interval '1 second' where id = ?",
                        upload.id());
        assertThat(upload.chunk(100_000, new byte[1]).send().status()).isIn(410, 404);
        Awaitility.await("gone").until(() -> platform.blobs().of(blob).isEmpty());
        assertThat(upload.head().status()).isEqualTo(404);
    }

    @Test
    @DisplayName("what has arrived can be read neither on disk nor in the database, and goes with the packet")
    void encrypted() throws IOException {
        byte[] planted = ("DẤU VẾT " + UUID.randomUUID()).getBytes(UTF_8);
        Resumable upload = Resumable.begun(source, parcel, NAME, 100_000).send(0, planted);
        byte[] stored =
                (byte[]) platform.database().one("select suspended from resumable_upload where id = ?", upload.id());
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(planted, java.nio.charset.StandardCharsets.ISO_8859_1));
        UUID blob = (UUID) platform.database().one("select blob_id from resumable_upload where id = ?", upload.id());
        assertThat(platform.blobs().of(blob)).hasSize(1);
        source.post(parcel.path() + ":cancel", Map.of("reason", "Gửi nhầm")).expect(200);
        assertThat(upload.head().status()).isIn(410, 404);
        Awaitility.await("no bytes").until(() -> platform.blobs().of(blob).isEmpty());
        Awaitility.await("no row")
                .until(() ->
                        platform.database().count("select count(*) from resumable_upload where id = ?", upload.id())
                                == 0);
    }

    private Call creation(Parcel where, String name, String length) {
        return Resumable.creation(source, where, name).header("Upload-Length", length);
    }

    private Resumable part(int length) {
        return Resumable.of(
                source,
                Resumable.creation(source, parcel)
                        .header("Upload-Concat", "partial")
                        .header("Upload-Length", Integer.toString(length))
                        .send()
                        .expect(201));
    }

    private Call join(Resumable one, Resumable two) {
        return Resumable.creation(source, parcel, NAME)
                .header("Upload-Concat", "final;" + one.path() + " " + platform.base() + two.path());
    }

    private static void breakOff(Call call) {
        try {
            call.send();
        } catch (java.io.UncheckedIOException lost) {
            assertThat(lost).hasRootCauseMessage("the line went dead");
        }
    }

    private static Supplier<InputStream> half(int count) {
        return () -> new SequenceInputStream(new ByteArrayInputStream(BYTES, 0, count), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line went dead");
            }
        });
    }

    /** Nothing, but not before it may go on. */
    private static InputStream held(CountDownLatch goOn) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    goOn.await();
                    return -1;
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(5).nextBytes(bytes);
        return bytes;
    }
}
