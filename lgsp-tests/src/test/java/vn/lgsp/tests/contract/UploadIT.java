package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;

@DisplayName("Content comes in whole, checked and within bounds, or not at all (Điều 8.3)")
class UploadIT {
    private static final byte[] BYTES = "Kính gửi: Sở Công Thương".getBytes(UTF_8);

    /** Too large for a row. */
    private static final byte[] LARGE = new byte[70_000];

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    @Test
    @DisplayName("bytes that are not those of the signed digest are refused and removed")
    void wrongDigest() {
        Parcel parcel = Parcel.granted(source, destination);
        Traces before = Traces.before(platform);
        source.call("PUT", parcel.file("a.bin"))
                .body("application/octet-stream", BYTES)
                .bodyAfterSigning("Kính gửi: Sở Tài chính".getBytes(UTF_8))
                .send()
                .refused(400, "body-digest-mismatch");
        before.assertNothingLeft();
        parcel.upload("a.bin", BYTES);
    }

    @Test
    @DisplayName("without a digest nothing is taken")
    void noDigest() {
        Parcel parcel = Parcel.granted(source, destination);
        Traces before = Traces.before(platform);
        source.call("PUT", parcel.file("a.bin"))
                .body("application/octet-stream", BYTES)
                .headerAfterSigning("content-digest", null)
                .send()
                .refused(400, "digest-missing");
        before.assertNothingLeft();
    }

    @Test
    @DisplayName("more than the data type allows is cut off while it streams, also over several files")
    void tooLarge() {
        String small = new Province(platform).dataType(100_000);
        new Province(platform).right(source.agency(), destination.agency(), small);
        Parcel parcel = Parcel.granted(source, destination, Map.of("dataType", small));
        Traces before = Traces.before(platform);
        put(parcel, "a.bin", new byte[100_001]).refused(413, "packet-too-large");
        before.assertNothingLeft();

        parcel.upload("a.bin", new byte[60_000]);
        Traces after = Traces.before(platform);
        put(parcel, "b.bin", new byte[40_001]).refused(413, "packet-too-large");
        after.assertNothingLeft();
        parcel.upload("b.bin", new byte[40_000]);
        // A file in place of an earlier one of the same name counts once.
        parcel.upload("a.bin", new byte[59_000]);
    }

    @Test
    @DisplayName("no more files than a packet may have")
    void tooManyFiles() {
        Parcel parcel = Parcel.granted(source, destination);
        for (int i = 0; i < 20; i++) {
            parcel.upload("tệp " + i, BYTES);
        }
        Traces before = Traces.before(platform);
        put(parcel, "tệp 20", BYTES).refused(422, "too-many-files");
        before.assertNothingLeft();
        parcel.upload("tệp 0", BYTES);
    }

    @ParameterizedTest(name = "name {index}")
    @ValueSource(strings = {"a\\b.txt", "a\u0000.txt", "a\nb.txt", "cod\u202Efdp.exe", "\u200Ba.txt", "..", ".", " "})
    @DisplayName("names that could mislead a program or a person are refused")
    void badNames(String name) {
        Parcel parcel = Parcel.granted(source, destination);
        Traces before = Traces.before(platform);
        Answer answer = source.call(
                        "PUT", parcel.file(name).replace("/..", "/%2E%2E").replaceAll("/\\.$", "/%2E"))
                .body("application/octet-stream", BYTES)
                .undocumented()
                .send();
        assertThat(answer.status()).as("%s", answer).isIn(400, 404, 422);
        before.assertNothingLeft();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "..%2F..%2F..%2Fetc%2Fpasswd",
                "%2e%2e%2f%2e%2e%2fkeys%2fmaster.key",
                "..%5C..%5Cboot.ini",
                "%252e%252e%252fa",
                "a%2Fb",
                "a%00.txt",
                "%E2%80%AEfdp.exe"
            })
    @DisplayName("percent-encoding does not smuggle a path in")
    void encodedPaths(String encoded) {
        Parcel parcel = Parcel.granted(source, destination);
        String path = "/api/v1/spaces/" + parcel.space() + "/files/" + encoded;
        Traces before = Traces.before(platform);
        Answer answer = source.call("PUT", path)
                .body("application/octet-stream", BYTES)
                .undocumented()
                .send();
        if (encoded.startsWith("%25")) {
            // Decoded once it is an odd name, but no path; a second decoding would make it one.
            answer.expect(201);
            assertThat(answer.get("name").asText()).isEqualTo("%2e%2e%2fa");
        } else {
            assertThat(answer.status()).as("%s", answer).isIn(400, 404, 422);
            before.assertNothingLeft();
        }
    }

    @Test
    @DisplayName("a Vietnamese name comes back as it was given, composed or not")
    void vietnameseName() {
        Parcel parcel = Parcel.granted(source, destination);
        String composed = "Quyết định số 5.pdf";
        String decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);
        put(parcel, decomposed, BYTES).expect(201);
        assertThat(put(parcel, composed, BYTES).expect(201).get("name").asText())
                .isEqualTo(composed);
        assertThat(source.get(parcel.path()).expect(200).get("files")).hasSize(1);
    }

    @Test
    @DisplayName("an expired space takes nothing, and the packet expires by itself; its source is told")
    void expiredSpace() {
        Parcel parcel = Parcel.uploaded(source, destination);
        try (var events = vn.lgsp.tests.http.Events.follow(source)) {
            Traces before = Traces.before(platform);
            platform.database()
                    .update("update space set expires_at = now() - interval '1 second' where id = ?", parcel.space());
            put(parcel, "b.txt", BYTES).refused(410, "space-expired");
            source.put("/api/v1/spaces/" + parcel.space() + "/policy", Map.of()).refused(410, "space-expired");
            source.post(parcel.path() + ":complete", parcel.digests()).refused(410, "space-expired");
            before.assertNothingLeft();
            events.await("expired", parcel.id());
        }
        assertThat(platform.database().packetState(parcel.id())).isEqualTo("EXPIRED");
        Awaitility.await("erased")
                .until(() -> platform.database().contentState(parcel.id()).equals("ERASED"));
        assertNoBytes(parcel);
    }

    @Test
    @DisplayName("a space that is not one")
    void unknownSpace() {
        source.call("PUT", "/api/v1/spaces/" + UUID.randomUUID() + "/files/a")
                .body("text/plain", BYTES)
                .send()
                .refused(404, "not-found");
    }

    @Test
    @DisplayName("an upload that breaks off leaves nothing, and can be repeated")
    void brokenOff() {
        Parcel parcel = Parcel.granted(source, destination);
        Traces before = Traces.before(platform);
        byte[] half = new byte[500_000];
        try {
            source.call("PUT", parcel.file("a.bin"))
                    .body(
                            "application/octet-stream",
                            ContentDigest.of(new byte[1_000_000]),
                            () -> new SequenceInputStream(new ByteArrayInputStream(half), broken()))
                    .send();
        } catch (java.io.UncheckedIOException lost) {
            assertThat(lost).hasRootCauseMessage("the line went dead");
        }
        Awaitility.await("nothing left").untilAsserted(before::assertNothingLeft);
        assertThat(source.get(parcel.path()).expect(200).get("files")).isEmpty();
        parcel.upload("a.bin", new byte[1_000_000]).complete();
    }

    @Test
    @DisplayName("a file uploaded again replaces the earlier one, whose bytes go")
    void replaced() {
        Parcel parcel = Parcel.granted(source, destination).upload("a.txt", LARGE);
        UUID large = blob(parcel);
        assertThat(platform.blobs().of(large)).hasSize(1);
        parcel.upload("a.txt", BYTES);
        UUID small = blob(parcel);
        assertThat(platform.blobs().of(large)).isEmpty();
        assertThat(row(small)).hasSize(1);
        parcel.upload("a.txt", "Bản thứ hai".getBytes(UTF_8));
        assertThat(row(small)).isEmpty();
        parcel.upload("a.txt", LARGE);
        assertThat(platform.database().count("select count(*) from small_content where packet_id = ?", parcel.id()))
                .isZero();
        parcel.complete().accept().fetch().confirm();
    }

    @Test
    @DisplayName("what lies on disk or in a row cannot be read there")
    void encrypted() throws IOException {
        String planted = "DAU VET " + UUID.randomUUID();
        Parcel large =
                Parcel.granted(source, destination).upload("a.txt", (planted + "·".repeat(70_000)).getBytes(UTF_8));
        assertSealed(
                java.nio.file.Files.readAllBytes(
                        platform.blobs().of(blob(large)).get(0)),
                planted);
        Parcel small = Parcel.granted(source, destination).upload("a.txt", planted.getBytes(UTF_8));
        assertSealed((byte[]) row(blob(small)).get(0), planted);
        assertNoBytes(small);
    }

    private static void assertSealed(byte[] stored, String planted) {
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isNotEmpty()
                .doesNotContain(planted);
    }

    @Test
    @DisplayName("files around the edge of small come back as they were, whole and in parts")
    void edge() {
        for (int size : new int[] {0, 65_535, 65_536, 65_537}) {
            byte[] bytes = new byte[size];
            new java.util.Random(size).nextBytes(bytes);
            Parcel parcel = Parcel.granted(source, destination).upload("a.bin", bytes);
            assertThat(row(blob(parcel))).hasSize(size <= 65_536 ? 1 : 0);
            assertThat(platform.blobs().of(blob(parcel))).hasSize(size <= 65_536 ? 0 : 1);
            parcel.complete().accept().fetch();
            if (size > 0) {
                assertThat(destination
                                .call("GET", parcel.downloadFile("a.bin"))
                                .header("Range", "bytes=" + (size - 5) + "-")
                                .send()
                                .expect(206)
                                .body())
                        .isEqualTo(java.util.Arrays.copyOfRange(bytes, size - 5, size));
            }
            parcel.confirm();
            new States(platform).awaitErased(parcel);
        }
    }

    private List<Object> row(UUID blob) {
        return platform.database().column("select sealed from small_content where blob_id = ?", blob);
    }

    private Answer put(Parcel parcel, String name, byte[] bytes) {
        return source.call("PUT", parcel.file(name)).body("text/plain", bytes).send();
    }

    private UUID blob(Parcel parcel) {
        return (UUID) platform.database().one("select blob_id from packet_file where packet_id = ?", parcel.id());
    }

    private void assertNoBytes(Parcel parcel) {
        assertThat(platform.blobs().of(blob(parcel))).isEmpty();
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line went dead");
            }
        };
    }
}
