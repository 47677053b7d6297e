package vn.lgsp.portal.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What became of the lines of a text")
class LineDiffTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "a b c, a b c, a b c",
        "a b c, a x c, a -b +x c",
        "a b c d, b d e, -a b -c d +e",
        "'', a, +a",
        "a, '', -a",
        "a a a, a a, a a -a",
    })
    @DisplayName("the longest common run stays")
    void lines(String before, String after, String told) {
        String diff = LineDiff.of(before.replace(' ', '\n'), after.replace(' ', '\n')).stream()
                .map(line -> (line.same() ? "" : line.change().equals("gone") ? "-" : "+") + line.text())
                .collect(Collectors.joining(" "));
        assertThat(diff.replace("-", "")).isEqualTo(told.replace("-", ""));
        assertThat(diff.chars().filter(c -> c == '-').count())
                .isEqualTo(told.chars().filter(c -> c == '-').count());
    }
}
