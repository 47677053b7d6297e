package vn.lgsp.authentication.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first place where two texts differ, and what is invisible there. */
class TextComparisonTest {

    @Test
    void equal_texts_have_no_difference() {
        var same = TextComparison.of("a\nb", "a\nb");

        assertThat(same.same()).isTrue();
        assertThat(same.rows()).allMatch(TextComparison.Row::same).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    'a|b', 'a|c', 2, 1, b, c
                    'ab|c', 'aB|c', 1, 2, b, B
                    'a|b', 'a|b|', 2, 2, '', ⟨LF⟩
                    'a|b', 'a', 1, 2, ⟨LF⟩, ''
                    'a|b', 'a~|b', 1, 2, ⟨LF⟩, ⟨CR⟩
                    'a b', 'a_b', 1, 2, ' ', ⟨U+00A0⟩
                    '', 'a', 1, 1, '', a
                    """)
    void the_first_difference_is_named(String ours, String theirs, int line, int column, String a, String b) {
        var found = TextComparison.of(breaks(ours), breaks(theirs));

        assertThat(found.line()).isEqualTo(line);
        assertThat(found.column()).isEqualTo(column);
        assertThat(found.ours()).isEqualTo(a);
        assertThat(found.theirs()).isEqualTo(b);
        assertThat(found.same()).isFalse();
    }

    @Test
    void lines_that_one_side_lacks_are_not_the_same() {
        var found = TextComparison.of("a\n", "a");

        assertThat(found.rows())
                .containsExactly(new TextComparison.Row(1, "a", "a"), new TextComparison.Row(2, "", null));
        assertThat(found.rows().get(1).same()).isFalse();
    }

    private static String breaks(String text) {
        return text.replace('|', '\n').replace('~', '\r').replace('_', '\u00a0');
    }
}
