package vn.lgsp.operations.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstRunTextsTest {
    private static final Locale VIETNAMESE = new Locale("vi");

    @Test
    void both_languages_have_the_same_texts() throws Exception {
        assertThat(keys("FirstRun.properties")).isEqualTo(keys("FirstRun_en.properties"));
    }

    @Test
    void what_can_be_wrong_has_advice() throws Exception {
        TreeSet<String> keys = keys("FirstRun.properties");
        for (String key : keys) {
            if (key.endsWith(".attention") || key.endsWith(".fail")) {
                String code = key.substring(0, key.lastIndexOf('.'));
                assertThat(keys).contains(code + ".title", code + ".fix");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FirstRunStep.Name.class)
    void each_step_has_a_title(FirstRunStep.Name name) {
        FirstRunStep step = new FirstRunStep(name, List.of(FirstRunFact.of("check.migrations", FirstRunFact.State.OK)));
        assertThat(step.title(VIETNAMESE)).isNotEqualTo(step.title(Locale.ENGLISH));
        assertThat(step.number()).isBetween(1, 7);
    }

    @Test
    void a_fact_puts_its_values_into_words_and_advises_only_when_something_is_to_be_done() {
        FirstRunFact few = FirstRunFact.of("check.space", FirstRunFact.State.ATTENTION, 1234);
        assertThat(few.finding(VIETNAMESE)).isEqualTo("Ghi được nhưng chỉ còn 1234 MiB.");
        assertThat(few.advice(Locale.ENGLISH)).isNotBlank();
        assertThat(FirstRunFact.of("check.space", FirstRunFact.State.OK, 9999).advice(VIETNAMESE))
                .isEmpty();
    }

    @Test
    void a_step_stands_as_its_worst_fact() {
        assertThat(step(FirstRunFact.State.OK, FirstRunFact.State.OK).state()).isEqualTo(FirstRunFact.State.OK);
        assertThat(step(FirstRunFact.State.ATTENTION, FirstRunFact.State.OK).state())
                .isEqualTo(FirstRunFact.State.ATTENTION);
        assertThat(step(FirstRunFact.State.ATTENTION, FirstRunFact.State.FAIL, FirstRunFact.State.OK)
                        .state())
                .isEqualTo(FirstRunFact.State.FAIL);
    }

    private static FirstRunStep step(FirstRunFact.State... states) {
        return new FirstRunStep(
                FirstRunStep.Name.CHECKS,
                java.util.Arrays.stream(states)
                        .map(state -> FirstRunFact.of("check.space", state, 1))
                        .toList());
    }

    private static TreeSet<String> keys(String file) throws Exception {
        Properties texts = new Properties();
        try (InputStream in = FirstRunTexts.class.getResourceAsStream(file)) {
            texts.load(in);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
