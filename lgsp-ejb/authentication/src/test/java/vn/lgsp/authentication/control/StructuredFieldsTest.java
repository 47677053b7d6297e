package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1, b;x, c=(\"x\" y);z=?0",
                "a=1 ,\t b=\"two  words, \\\"quoted\\\" \\\\\"",
                "a=(  \"x\"   \"y\" );  p=:YQ==:",
                "a",
                ""
            })
    void dictionaries_are_read_whatever_the_space_between(String text) {
        assertThat(StructuredFields.dictionary(List.of(text), 100)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1, a=1",
                "a=1, b=2, a=3",
                "a;x;x",
                "a;x=1;y;x=2",
                "a=(\"q\";bs;bs)",
                "a=01",
                "a=:YR==:",
                "a=1,"
            })
    void what_is_given_twice_or_not_canonical_is_refused(String text) {
        assertThat(StructuredFields.dictionary(List.of(text), 100)).isEmpty();
    }

    @Test
    void a_name_given_twice_on_two_lines_is_refused() {
        assertThat(StructuredFields.dictionary(List.of("a=1", "b=2"), 100)).isPresent();
        assertThat(StructuredFields.dictionary(List.of("a=1", "a=2"), 100)).isEmpty();
    }

    @Test
    void length_is_bounded_over_all_lines() {
        assertThat(StructuredFields.dictionary(List.of("a=12345", "b=12345"), 14))
                .isPresent();
        assertThat(StructuredFields.dictionary(List.of("a=12345", "b=12345"), 13))
                .isEmpty();
    }

    @Test
    void random_text_is_read_or_refused_and_nothing_else_happens() {
        var random = new Random(42);
        var alphabet = "ab(\"); =,:?1.0-\\*\tYQ=é\u0000";
        for (var i = 0; i < 200_000; i++) {
            var text = new StringBuilder("a=(");
            for (var length = random.nextInt(24); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThatCode(() -> StructuredFields.dictionary(List.of(text.toString()), 100))
                    .doesNotThrowAnyException();
        }
    }
}
