package vn.lgsp.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {
    private static final int SEGMENT = 65536;
    private static final int HEADER = 9;
    private static final int SEALED = SEGMENT + 28;
    private static final UUID FILE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @TempDir
    Path directory;

    private final ContentKey key = ContentKey.random();
    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("content");
    }

    @AfterEach
    void closeKey() {
        key.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 5 * SEGMENT + 17})
    void what_was_sealed_comes_back_whole(int size) throws Exception {
        var content = content(size);

        var sealed = seal(content);

        assertThat(sealed.size()).isEqualTo(size);
        assertThat(sealed.sha256())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(content));
        assertThat(sealed.storedSize()).isEqualTo(Files.size(file));
        assertThat(read(0, size, size)).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 8192, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT + 5})
    void the_pieces_in_which_content_arrives_do_not_matter(int piece) throws Exception {
        var content = content(3 * SEGMENT + 4321);
        try (var channel = create();
                var out = new SegmentOutput(channel, key, FILE, content.length)) {
            for (var from = 0; from < content.length; from += piece) {
                out.write(content, from, Math.min(piece, content.length - from));
            }
            assertThat(out.finish().sha256())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(content));
        }

        assertThat(read(0, content.length, content.length)).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "65535, 1",
        "65535, 2",
        "65536, 1",
        "65536, 65536",
        "1, 65536",
        "131072, 1000",
        "196607, 1",
        "0, 0",
        "196608, 0",
        "100, 150000"
    })
    void any_range_comes_back(int from, int length) throws Exception {
        var content = content(3 * SEGMENT);
        seal(content);

        assertThat(read(from, length, content.length)).isEqualTo(Arrays.copyOfRange(content, from, from + length));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 101", "100, 1", "50, 51", "0, -1", "1, 9223372036854775807"})
    void a_range_outside_the_content_is_refused(long from, long length) throws Exception {
        seal(content(100));

        assertThatThrownBy(() -> read(from, length, 100)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void the_stored_bytes_never_show_the_content_and_differ_each_time() throws Exception {
        var content = new byte[SEGMENT];
        Arrays.fill(content, (byte) 'A');
        seal(content);
        var first = Files.readAllBytes(file);
        seal(content);

        assertThat(new String(first, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("AAAA");
        assertThat(Arrays.copyOfRange(first, HEADER, first.length))
                .isNotEqualTo(Arrays.copyOfRange(Files.readAllBytes(file), HEADER, first.length));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "11, 0", "12, 0", "65563, 0", "65564, 1", "131128, 2", "131160, 2"})
    void a_changed_bit_is_noticed_and_nothing_of_its_segment_is_handed_on(int at, int segment) throws Exception {
        var content = content(2 * SEGMENT + 20);
        seal(content);
        var stored = Files.readAllBytes(file);
        stored[HEADER + at] ^= 1;
        Files.write(file, stored);

        var out = new ByteArrayOutputStream();
        corrupted(segment, () -> transfer(out, 0, content.length, content.length));
        assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(content, segment * SEGMENT));
    }

    @Test
    void an_intact_range_of_damaged_content_is_still_handed_on() throws Exception {
        var content = content(3 * SEGMENT);
        seal(content);
        var stored = Files.readAllBytes(file);
        stored[HEADER + SEALED + 100] ^= 1;
        Files.write(file, stored);

        assertThat(read(2 * SEGMENT, 10, content.length))
                .isEqualTo(Arrays.copyOfRange(content, 2 * SEGMENT, 2 * SEGMENT + 10));
        corrupted(1, () -> read(SEGMENT, 1, content.length));
    }

    @Test
    void swapped_segments_are_noticed() throws Exception {
        var content = content(3 * SEGMENT);
        seal(content);
        var stored = Files.readAllBytes(file);
        var swapped = stored.clone();
        System.arraycopy(stored, HEADER, swapped, HEADER + SEALED, SEALED);
        System.arraycopy(stored, HEADER + SEALED, swapped, HEADER, SEALED);
        Files.write(file, swapped);

        corrupted(0, () -> read(0, content.length, content.length));
    }

    @Test
    void a_segment_of_another_file_under_the_same_key_is_noticed() throws Exception {
        seal(content(100));

        assertThatExceptionOfType(ContentCorruptedException.class).isThrownBy(() -> {
            try (var channel = FileChannel.open(file);
                    var in = SegmentInput.open(channel, key, UUID.randomUUID(), 100)) {
                in.transferTo(new ByteArrayOutputStream(), 0, 100);
            }
        });
    }

    @Test
    void another_key_opens_nothing_not_even_empty_content() throws Exception {
        seal(new byte[0]);

        try (var other = ContentKey.random();
                var channel = FileChannel.open(file);
                var in = SegmentInput.open(channel, other, FILE, 0)) {
            corrupted(0, () -> in.transferTo(new ByteArrayOutputStream(), 0, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "28, 2", "29, 2", "30, 1", "65593, 1", "131157, 0"})
    void cut_content_is_noticed_before_any_byte(int cut, int segment) throws Exception {
        var content = content(2 * SEGMENT + 1);
        seal(content);
        var stored = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(stored, stored.length - cut));

        corrupted(segment, () -> read(0, 1, content.length));
    }

    @Test
    void content_cut_at_a_segments_edge_is_noticed_even_when_the_recorded_size_was_changed_too() throws Exception {
        seal(content(3 * SEGMENT));
        var stored = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(stored, HEADER + 2 * SEALED));

        corrupted(1, () -> read(0, 2L * SEGMENT, 2L * SEGMENT));
    }

    @Test
    void prolonged_content_is_noticed_even_when_the_recorded_size_was_changed_too() throws Exception {
        seal(content(SEGMENT));
        var stored = Files.readAllBytes(file);
        var longer = Arrays.copyOf(stored, stored.length + SEALED);
        System.arraycopy(stored, HEADER, longer, stored.length, SEALED);
        Files.write(file, longer);

        corrupted(1, () -> read(0, SEGMENT, SEGMENT));
        corrupted(0, () -> read(0, 2L * SEGMENT, 2L * SEGMENT));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 5, 8})
    void a_changed_header_is_noticed(int at) throws Exception {
        seal(content(10));
        var stored = Files.readAllBytes(file);
        stored[at] ^= 1;
        Files.write(file, stored);

        corrupted(-1, () -> read(0, 10, 10));
    }

    @Test
    void content_that_was_never_finished_is_refused() throws Exception {
        try (var channel = create();
                var out = new SegmentOutput(channel, key, FILE, Long.MAX_VALUE)) {
            out.write(content(2 * SEGMENT));
        }

        corrupted(1, () -> read(0, 2L * SEGMENT, 2L * SEGMENT));
        corrupted(0, () -> read(0, SEGMENT, SEGMENT));
        Files.write(file, new byte[0]);
        corrupted(-1, () -> read(0, 0, 0));
    }

    @Test
    void the_limit_may_be_reached_but_not_passed() throws Exception {
        try (var channel = create();
                var out = new SegmentOutput(channel, key, FILE, 100)) {
            out.write(content(60));
            out.write(content(40));
            assertThatExceptionOfType(ContentTooLargeException.class)
                    .isThrownBy(() -> out.write(1))
                    .satisfies(e -> assertThat(e.limit()).isEqualTo(100));
            assertThat(out.size()).isEqualTo(100);
        }
    }

    @Test
    void after_finishing_nothing_more_is_taken() throws Exception {
        try (var channel = create();
                var out = new SegmentOutput(channel, key, FILE, 100)) {
            out.write(1);
            out.finish();
            assertThatThrownBy(() -> out.write(1)).isInstanceOf(IOException.class);
            assertThatThrownBy(out::finish).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_closed_key_opens_nothing() throws Exception {
        seal(content(10));
        key.close();

        assertThatThrownBy(() -> read(0, 10, 10)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_content_key_survives_wrapping_and_opens_the_content() throws Exception {
        var content = content(1000);
        seal(content);
        FileKeyVault.create(directory.resolve("master.key"));
        var vault = FileKeyVault.open(directory.resolve("master.key"));
        var wrapped = key.wrap(vault, "packet:1");

        try (var again = ContentKey.tryUnwrap(vault, wrapped, "packet:1").orElseThrow();
                var channel = FileChannel.open(file);
                var in = SegmentInput.open(channel, again, FILE, 1000)) {
            var out = new ByteArrayOutputStream();
            in.transferTo(out, 0, 1000);
            assertThat(out.toByteArray()).isEqualTo(content);
        }
        assertThat(ContentKey.tryUnwrap(vault, vault.wrap(new byte[31], "packet:1"), "packet:1"))
                .isEmpty();
    }

    private static byte[] content(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private FileChannel create() throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    private SealedContent seal(byte[] content) throws IOException {
        try (var channel = create();
                var out = new SegmentOutput(channel, key, FILE, Long.MAX_VALUE)) {
            out.write(content);
            return out.finish();
        }
    }

    private byte[] read(long from, long length, long size) throws IOException {
        var out = new ByteArrayOutputStream();
        transfer(out, from, length, size);
        return out.toByteArray();
    }

    private void transfer(ByteArrayOutputStream out, long from, long length, long size) throws IOException {
        try (var channel = FileChannel.open(file);
                var in = SegmentInput.open(channel, key, FILE, size)) {
            in.transferTo(out, from, length);
        }
    }

    private static void corrupted(long segment, org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatExceptionOfType(ContentCorruptedException.class)
                .isThrownBy(reading)
                .satisfies(e -> assertThat(e.segment()).isEqualTo(segment));
    }
}
