package vn.lgsp.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The seal of a record of stored content")
class RecordSealTest {
    private final ContentKey key = ContentKey.random();
    private final byte[] seal = RecordSeal.of(key, fields("a", "bc", ""));

    @AfterEach
    void close() {
        key.close();
    }

    private static List<byte[]> fields(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(UTF_8)).toList();
    }

    @Test
    @DisplayName("holds for the same record")
    void same() {
        assertThat(seal).hasSize(RecordSeal.LENGTH);
        assertThat(RecordSeal.holds(key, fields("a", "bc", ""), seal)).isTrue();
    }

    @Test
    @DisplayName("holds for no other: a field changed, exchanged, moved into the next one, or missing")
    void others() {
        assertThat(Stream.of(
                        fields("a", "bd", ""),
                        fields("bc", "a", ""),
                        fields("ab", "c", ""),
                        fields("a", "bc"),
                        fields("a", "bc", "", "")))
                .noneMatch(other -> RecordSeal.holds(key, other, seal));
    }

    @Test
    @DisplayName("holds under no other key, and neither does none")
    void otherKey() {
        try (ContentKey other = ContentKey.random()) {
            assertThat(RecordSeal.holds(other, fields("a", "bc", ""), seal)).isFalse();
        }
        assertThat(RecordSeal.holds(key, fields("a", "bc", ""), null)).isFalse();
        assertThat(RecordSeal.holds(key, fields("a", "bc", ""), new byte[0])).isFalse();
    }
}
