package vn.lgsp.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.routing.boundary.RouteRule;
import vn.lgsp.routing.boundary.RouteVerdict;
import vn.lgsp.routing.boundary.RouteVerdict.Outcome;

class RouteEvaluationTest {
    private static final UUID OFFICE = new UUID(1, 1);
    private static final UUID DEPARTMENT = new UUID(1, 2);
    private static final Map<String, UUID> AGENCIES = Map.of("H23.02", DEPARTMENT, "H23.02.01", OFFICE);
    /** A Friday, 16:30 in Viet Nam. */
    private static final Instant AT = Instant.parse("2026-11-27T09:30:00Z");

    private static RouteEvaluation.Facts facts(Long size) {
        return new RouteEvaluation.Facts(
                "edoc", Importance.URGENT, OFFICE, Set.of(DEPARTMENT), "Hồ sơ Đất đai số 12", size, AT);
    }

    private static RouteRule.Condition any() {
        return new RouteRule.Condition(null, null, null, false, null, null, null, null, null, null);
    }

    private static RouteRule rule(boolean enabled, RouteRule.Condition when) {
        return new RouteRule(
                "dat-dai", "Đất đai", enabled, when, new RouteRule.Target(List.of("H23.05"), null, null, null));
    }

    private static Outcome outcome(RouteRule.Condition when, Long size) {
        return RouteEvaluation.evaluate(List.of(rule(true, when)), AGENCIES, "dat-dai", facts(size))
                .get(0)
                .outcome();
    }

    @Test
    void a_rule_without_conditions_matches_unless_it_is_off() {
        assertThat(outcome(any(), null)).isEqualTo(Outcome.MATCHED);
        assertThat(RouteEvaluation.evaluate(List.of(rule(false, any())), AGENCIES, "dat-dai", facts(null)))
                .extracting(RouteVerdict::outcome)
                .containsExactly(Outcome.DISABLED);
    }

    @ParameterizedTest
    @CsvSource({
        "edoc, URGENT, MATCHED",
        "file, URGENT, DATA_TYPE",
        "edoc, NORMAL, IMPORTANCE",
    })
    void type_and_importance(String type, Importance importance, Outcome expected) {
        assertThat(outcome(
                        new RouteRule.Condition(
                                List.of(type), List.of(importance), null, false, null, null, null, null, null, null),
                        null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "H23.02.01, false, MATCHED",
        "H23.02,    false, SOURCE",
        "H23.02,    true,  MATCHED",
        "H99,       true,  SOURCE",
    })
    void the_agency_that_sends_or_one_above_it(String source, boolean below, Outcome expected) {
        assertThat(outcome(
                        new RouteRule.Condition(null, null, source, below, null, null, null, null, null, null), null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "dat dai,       MATCHED",
        "HỒ SƠ,         MATCHED",
        "đất,           MATCHED",
        "da,            TITLE",
        "dat xay,       TITLE",
    })
    void whole_words_of_the_title_accents_or_not(String words, Outcome expected) {
        assertThat(outcome(
                        new RouteRule.Condition(null, null, null, false, List.of(words), null, null, null, null, null),
                        null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 20, 10, MATCHED",
        "10, 20, 20, MATCHED",
        "10, 20, 9,  SIZE",
        "10, ,   21, MATCHED",
        "  , 20, 21, SIZE",
        "10, ,   ,   SIZE",
    })
    void the_size_told_with_the_request(Long least, Long most, Long size, Outcome expected) {
        assertThat(outcome(new RouteRule.Condition(null, null, null, false, null, least, most, null, null, null), size))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "16, 17, MATCHED",
        "17, 18, HOUR",
        "8, 16,  HOUR",
        "22, 6,  HOUR",
        "16, 6,  MATCHED",
    })
    void hours_in_viet_nam_also_over_midnight(int from, int to, Outcome expected) {
        assertThat(outcome(new RouteRule.Condition(null, null, null, false, null, null, null, from, to, null), null))
                .isEqualTo(expected);
    }

    @Test
    void days_of_the_week() {
        assertThat(outcome(
                        new RouteRule.Condition(
                                null, null, null, false, null, null, null, null, null, List.of(DayOfWeek.MONDAY)),
                        null))
                .isEqualTo(Outcome.DAY);
    }

    @Test
    void the_first_that_matches_wins_and_rules_of_other_codes_are_none_of_its_business() {
        RouteRule off = rule(false, any());
        RouteRule other = new RouteRule("khac", "Khác", true, any(), off.to());
        List<RouteVerdict> verdicts = RouteEvaluation.evaluate(
                List.of(off, other, rule(true, any()), rule(true, any())), AGENCIES, "dat-dai", facts(null));
        assertThat(verdicts).extracting(RouteVerdict::position).containsExactly(1, 3, 4);
        assertThat(verdicts)
                .extracting(RouteVerdict::outcome)
                .containsExactly(Outcome.DISABLED, Outcome.MATCHED, Outcome.LATER);
        assertThat(RouteEvaluation.winner(verdicts))
                .hasValueSatisfying(won -> assertThat(won.position()).isEqualTo(3));
        assertThat(RouteEvaluation.evaluate(List.of(off), AGENCIES, "khong-co", facts(null)))
                .isEmpty();
    }
}
