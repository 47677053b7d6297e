package vn.lgsp.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({"0,4", "1,4", "4,4", "5,8", "19,20", "21,40", "41,80", "81,200", "199,200", "12482,20000"})
    void lines_have_round_values(double highest, double top) {
        assertThat(Scale.of(highest, 300, 24).top()).isEqualTo(top);
    }

    @Test
    void everything_stays_inside_the_drawing_and_the_smallest_value_is_seen() {
        Scale scale = Scale.of(1_000, 300, 24);
        assertThat(scale.y(1_000)).isBetween(0, scale.floor());
        assertThat(scale.bar(1)).isEqualTo(2);
        assertThat(scale.bar(0)).isZero();
        assertThat(scale.left(23) + scale.width()).isLessThanOrEqualTo(Scale.WIDTH);
    }

    @Test
    void a_dozen_slots_are_labelled_at_the_most_and_the_last_one_always() {
        Scale scale = Scale.of(1, 300, 90);
        long labelled =
                java.util.stream.IntStream.range(0, 90).filter(scale::labelled).count();
        assertThat(labelled).isLessThanOrEqualTo(12);
        assertThat(scale.labelled(89)).isTrue();
    }

    @Test
    void a_series_has_one_value_for_each_slot() {
        List<Chart.Slot> slots = List.of(new Chart.Slot("a", "a", null), new Chart.Slot("b", "b", null));
        Chart.Series gap = new Chart.Series("x", Arrays.asList(3.0, null), false);
        assertThat(chart(slots, gap).blank()).isFalse();
        assertThat(chart(slots, new Chart.Series("x", List.of(0.0, 0.0), false)).blank())
                .isTrue();
        Chart.Series tooShort = new Chart.Series("x", List.of(1.0), false);
        assertThatThrownBy(() -> chart(slots, tooShort)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Chart chart(List<Chart.Slot> slots, Chart.Series series) {
        return new Chart("t", "s", Chart.Kind.BARS, slots, List.of(series), Double::toString);
    }
}
