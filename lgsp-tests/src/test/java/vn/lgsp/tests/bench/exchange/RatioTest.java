package vn.lgsp.tests.bench.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.bench.exchange.Ratio.Aim;
import vn.lgsp.tests.bench.exchange.Ratio.Verdict;

@DisplayName("A figure beside another")
class RatioTest {
    @Test
    @DisplayName("reaches an aim at the bound and beyond it, and misses it below")
    void atLeast() {
        assertThat(ratio(100, 10, Aim.atLeast(10)).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(ratio(250, 10, Aim.atLeast(10)).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(ratio(99, 10, Aim.atLeast(10)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    @DisplayName("the other way round where less is better")
    void atMost() {
        assertThat(ratio(5, 4, Aim.atMost(1.25)).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(ratio(6, 4, Aim.atMost(1.25)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    @DisplayName("is unmeasured, and no success, where one of the two is missing or nothing")
    void unmeasured() {
        for (double missing : new double[] {Double.NaN, 0, -1}) {
            assertThat(ratio(missing, 10, Aim.atMost(10)).verdict()).isEqualTo(Verdict.UNMEASURED);
            assertThat(ratio(10, missing, Aim.atLeast(10)).verdict()).isEqualTo(Verdict.UNMEASURED);
            assertThat(ratio(10, missing, Aim.atLeast(10)).value()).isNaN();
        }
    }

    @Test
    @DisplayName("without an aim is neither reached nor missed")
    void withoutAim() {
        assertThat(ratio(1, 2, null).verdict()).isEqualTo(Verdict.NONE);
        assertThat(ratio(1, 2, null).value()).isEqualTo(0.5);
    }

    private static Ratio ratio(double ours, double other, Aim aim) {
        return new Ratio("ours", ours, "other", other, aim);
    }
}
