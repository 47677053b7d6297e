package vn.lgsp.reporting.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Times of delivery")
class DeliveryTimesTest {

    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "1, 1", "2, 5", "4, 9", "8, 13", "1000, 40", "1024, 41", "2592000000, 126"})
    @DisplayName("a time has one bucket; powers of two begin one")
    void bucket(long millis, int bucket) {
        assertThat(DeliveryTimes.bucket(Duration.ofMillis(millis))).isEqualTo(bucket);
    }

    @Test
    @DisplayName("whatever is longer is in the last bucket")
    void last() {
        assertThat(DeliveryTimes.bucket(Duration.ofDays(4000))).isEqualTo(DeliveryTimes.BUCKETS - 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 0.95, 1})
    @DisplayName("a quantile of the buckets is within 9.1 % of the exact one")
    void quantile(double share) {
        long[] millis = new Random(11)
                .doubles(5000)
                .mapToLong(x -> (long) Math.exp(x * 20) + 1)
                .toArray();
        Map<Integer, Long> counts = new HashMap<>();
        Arrays.stream(millis).forEach(m -> counts.merge(DeliveryTimes.bucket(Duration.ofMillis(m)), 1L, Long::sum));
        Arrays.sort(millis);
        double exact = millis[(int) Math.ceil(share * millis.length) - 1];

        double found = new DeliveryTimes(counts).quantile(share).orElseThrow().toNanos() / 1e6;

        assertThat(found / exact).isCloseTo(1, within(DeliveryTimes.ERROR + 1e-9));
    }

    @Test
    @DisplayName("where nothing was confirmed there is no quantile")
    void none() {
        assertThat(new DeliveryTimes(Map.of()).quantile(0.5)).isEmpty();
        assertThat(new DeliveryTimes(Map.of()).total()).isZero();
    }
}
