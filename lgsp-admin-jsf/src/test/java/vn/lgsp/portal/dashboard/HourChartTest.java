package vn.lgsp.portal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HourChartTest {
    private static final Instant START = Instant.parse("2026-11-21T05:00:00Z");

    @Test
    void bars_stay_inside_the_drawing_and_grow_with_their_numbers() {
        HourChart chart = chart(0, 1, 7, 1_000_000);
        assertThat(chart.getBars()).hasSize(4).allSatisfy(bar -> {
            assertThat(bar.x()).isGreaterThanOrEqualTo(chart.getLeft());
            assertThat(bar.secondX() + bar.width()).isLessThanOrEqualTo(chart.getWidth());
            assertThat(bar.requestedY()).isPositive();
            assertThat(bar.requestedY() + bar.requestedHeight()).isLessThan(chart.getLabelY());
        });
        assertThat(chart.getBars()).extracting(HourChart.Bar::requestedHeight).isSorted();
    }

    @Test
    void a_single_packet_is_visible_beside_a_million_and_none_is_not() {
        List<HourChart.Bar> bars = chart(0, 1, 1_000_000).getBars();
        assertThat(bars.get(0).requestedHeight()).isZero();
        assertThat(bars.get(1).requestedHeight()).isPositive();
    }

    @Test
    void lines_stand_at_whole_numbers() {
        assertThat(chart(3).getLines()).extracting(HourChart.Line::value).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(chart(14).getLines()).extracting(HourChart.Line::value).containsExactly(0L, 5L, 10L, 15L, 20L);
    }

    @Test
    void without_packets_it_says_so() {
        assertThat(chart(0, 0).isBlank()).isTrue();
        assertThat(chart(0, 1).isBlank()).isFalse();
        assertThat(new HourChart(List.of()).isBlank()).isTrue();
    }

    private static HourChart chart(long... requested) {
        return new HourChart(IntStream.range(0, requested.length)
                .mapToObj(i -> new HourChart.Hour(START.plus(i, ChronoUnit.HOURS), requested[i], requested[i] / 2))
                .toList());
    }
}
