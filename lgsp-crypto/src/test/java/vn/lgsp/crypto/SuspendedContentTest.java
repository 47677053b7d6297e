package vn.lgsp.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspendedContentTest {
    private static final int SEGMENT = 65536;
    private static final UUID FILE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @TempDir
    Path directory;

    private final ContentKey key = ContentKey.random();
    private final byte[] content = new byte[3 * SEGMENT + 17];
    private FileChannel channel;

    @BeforeEach
    void open() throws IOException {
        new Random(3).nextBytes(content);
        channel = FileChannel.open(
                directory.resolve("content"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
        key.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 3 * SEGMENT + 17})
    void goes_on_where_it_was_and_drops_what_came_later(int at) throws Exception {
        byte[] state;
        try (var out = SegmentOutput.resumable(channel, key, FILE, content.length)) {
            out.write(content, 0, at);
            state = out.suspend();
            out.write(new byte[content.length - at]);
        }

        SealedContent sealed;
        try (var out = SegmentOutput.resume(channel, key, FILE, content.length, at, state)) {
            assertThat(out.size()).isEqualTo(at);
            out.write(content, at, content.length - at);
            sealed = out.finish();
        }

        assertThat(sealed.sha256())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(content));
        assertThat(channel.size()).isEqualTo(sealed.storedSize());
        try (var in = SegmentInput.open(channel, key, FILE, content.length)) {
            var read = new ByteArrayOutputStream();
            in.transferTo(read, 0, content.length);
            assertThat(read.toByteArray()).isEqualTo(content);
        }
    }

    @Test
    void another_size_file_key_or_changed_state_is_refused() throws Exception {
        var state = suspendedAt(SEGMENT + 5);

        refused(key, FILE, SEGMENT + 4, state);
        refused(key, UUID.randomUUID(), SEGMENT + 5, state);
        try (var other = ContentKey.random()) {
            refused(other, FILE, SEGMENT + 5, state);
        }
        var changed = state.clone();
        changed[20] ^= 1;
        refused(key, FILE, SEGMENT + 5, changed);
        refused(key, FILE, SEGMENT + 5, new byte[3]);
    }

    @Test
    void less_stored_than_acknowledged_is_refused() throws Exception {
        var state = suspendedAt(2 * SEGMENT + 5);
        channel.truncate(SEGMENT);

        refused(key, FILE, 2 * SEGMENT + 5, state);
    }

    @Test
    void the_limit_counts_what_came_before() throws Exception {
        var state = suspendedAt(10);

        try (var out = SegmentOutput.resume(channel, key, FILE, 12, 10, state)) {
            assertThatExceptionOfType(ContentTooLargeException.class).isThrownBy(() -> out.write(new byte[3]));
            out.write(new byte[2]);
        }
    }

    @Test
    void the_state_shows_nothing_of_the_content() throws Exception {
        var planted = "dấu vết dấu vết".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (var out = SegmentOutput.resumable(channel, key, FILE, 100)) {
            out.write(planted);
            assertThat(new String(out.suspend(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(planted, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void content_in_one_go_has_no_state() throws Exception {
        try (var out = new SegmentOutput(channel, key, FILE, 100)) {
            assertThatIllegalStateException().isThrownBy(out::suspend);
        }
    }

    private byte[] suspendedAt(int size) throws IOException {
        try (var out = SegmentOutput.resumable(channel, key, FILE, content.length)) {
            out.write(content, 0, size);
            return out.suspend();
        }
    }

    private void refused(ContentKey with, UUID file, long size, byte[] state) throws IOException {
        var before = channel.size();
        assertThatExceptionOfType(ContentCorruptedException.class)
                .isThrownBy(() -> SegmentOutput.resume(channel, with, file, content.length, size, state));
        assertThat(channel.size()).isEqualTo(before);
    }
}
