package vn.lgsp.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ranks among measured values")
class RanksTest {
    @Test
    @DisplayName("are found by the nearest rank, whatever the order")
    void nearestRank() {
        double[] values = {15, 20, 35, 40, 50, 1, 2, 3, 4, 5};
        assertThat(Ranks.percentile(values, 0)).isEqualTo(1);
        assertThat(Ranks.percentile(values, 0.5)).isEqualTo(5);
        assertThat(Ranks.percentile(values, 0.51)).isEqualTo(15);
        assertThat(Ranks.percentile(values, 0.99)).isEqualTo(50);
        assertThat(Ranks.percentile(values, 1)).isEqualTo(50);
        assertThat(values).as("left as they were").startsWith(15, 20);
    }

    @Test
    @DisplayName("the median of an even number is the lower one of the two in the middle, of one value itself")
    void median() {
        assertThat(Ranks.median(new double[] {4, 1, 3, 2})).isEqualTo(2);
        assertThat(Ranks.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(Ranks.percentile(List.of(7L), 0.99)).isEqualTo(7);
    }

    @Test
    @DisplayName("are not made up where nothing was measured or the share is none")
    void nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ranks.median(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Ranks.percentile(new double[] {1}, 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Ranks.percentile(new double[] {1}, Double.NaN));
    }
}
