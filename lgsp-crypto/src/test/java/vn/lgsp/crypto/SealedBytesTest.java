package vn.lgsp.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Content of one segment, sealed in memory")
class SealedBytesTest {
    private static final UUID FILE = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 65_535, 65_536})
    @DisplayName("opens as what it was, and what a stream sealed opens as well")
    void opens(int size) throws IOException {
        var content = content(size);
        try (var key = ContentKey.random()) {
            assertThat(SealedBytes.open(key, FILE, SealedBytes.seal(key, FILE, content), size))
                    .isEqualTo(content);
            var streamed = new ByteArrayOutputStream();
            try (var out = new SegmentOutput(Channels.newChannel(streamed), key, FILE, size)) {
                out.write(content);
                out.finish();
            }
            assertThat(SealedBytes.open(key, FILE, streamed.toByteArray(), size))
                    .isEqualTo(content);
            assertThat(SealedBytes.seal(key, FILE, content)).hasSameSizeAs(streamed.toByteArray());
        }
    }

    @Test
    @DisplayName("no byte of it can be changed")
    void damaged() {
        var content = content(100);
        try (var key = ContentKey.random()) {
            var sealed = SealedBytes.seal(key, FILE, content);
            for (var at = 0; at < sealed.length; at++) {
                var changed = sealed.clone();
                changed[at] ^= 1;
                assertThatThrownBy(() -> SealedBytes.open(key, FILE, changed, content.length))
                        .isInstanceOf(ContentCorruptedException.class);
            }
        }
    }

    @Test
    @DisplayName("it opens neither under another key, nor as another file, nor with another size")
    void elsewhere() {
        try (var key = ContentKey.random();
                var other = ContentKey.random()) {
            var sealed = SealedBytes.seal(key, FILE, content(100));
            assertThatThrownBy(() -> SealedBytes.open(other, FILE, sealed, 100))
                    .isInstanceOf(ContentCorruptedException.class);
            assertThatThrownBy(() -> SealedBytes.open(key, UUID.randomUUID(), sealed, 100))
                    .isInstanceOf(ContentCorruptedException.class);
            assertThatThrownBy(() -> SealedBytes.open(key, FILE, sealed, 99))
                    .isInstanceOf(ContentCorruptedException.class);
        }
    }

    @Test
    @DisplayName("more than one segment is none of its business")
    void tooLarge() {
        try (var key = ContentKey.random()) {
            assertThatThrownBy(() -> SealedBytes.seal(key, FILE, new byte[65_537]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] content(int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
