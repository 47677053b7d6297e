package vn.lgsp.registry.control.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Patterns of XML schemas are bounded (threat 22)")
class PatternCostTest {

    @ParameterizedTest
    @DisplayName("usual patterns are taken")
    @ValueSource(
            strings = {
                "[A-Z]{2}[0-9]{1,6}",
                "[0-9]{3}(\\.[0-9]{2}){2}\\.H[0-9]{2}",
                "\\d{1,4}/(QĐ|CV|TB)-[A-Z]{1,20}",
                "[a-z-[aeiou]]+",
                "\\p{L}{1,50}( \\p{L}{1,50})?",
                "([0-9]{2}\\.)*[0-9]{2}",
                "\\[x\\]*",
                "",
                "(a|b)"
            })
    void taken(String pattern) {
        assertThat(PatternCost.bounded(pattern)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("patterns that can be read in too many ways are not")
    @ValueSource(
            strings = {
                "(a+)+",
                "(a|a)*",
                "(a|aa)+b",
                "(a?a)*",
                "(a{0,5})*",
                "a*a*",
                "([a-z]+)*x",
                "(a|b|c){0,60}",
                "((a?){20}){20}",
                "a{0,1000}a{0,1000}",
                "((((((((((((((((((((((a))))))))))))))))))))))",
                "a{x}"
            })
    void refused(String pattern) {
        assertThat(PatternCost.bounded(pattern)).isFalse();
    }
}
