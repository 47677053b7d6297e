package vn.lgsp.reporting.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.error.LgspException;

@DisplayName("Spans of time")
class SpanTest {
    /** 09:12 on 22 November in Viet Nam, 02:12 in Greenwich. */
    private static final Instant NOW = Instant.parse("2026-11-22T02:12:04Z");

    @Test
    @DisplayName("hours end with the present one and are compared with as many before")
    void hours() {
        Span span = Span.hours(24, NOW);
        assertThat(span.to()).isEqualTo("2026-11-22T03:00:00Z");
        assertThat(span.starts()).hasSize(24).first().isEqualTo(Instant.parse("2026-11-21T03:00:00Z"));
        assertThat(span.compared().to()).isEqualTo(span.from());
        assertThat(span.earlier(168).from()).isEqualTo(span.from().minus(Duration.ofDays(7)));
    }

    @Test
    @DisplayName("today begins at midnight of Viet Nam and is compared with the same hours of yesterday")
    void today() {
        Span span = Span.today(NOW);
        assertThat(span.from()).isEqualTo("2026-11-21T17:00:00Z");
        assertThat(span.starts()).hasSize(10);
        assertThat(span.compared().from()).isEqualTo("2026-11-20T17:00:00Z");
        assertThat(span.compared().starts()).hasSize(10);
    }

    @Test
    @DisplayName("months are those of the calendar, whatever their length")
    void months() {
        Span span = Span.months(12, NOW);
        assertThat(span.from()).isEqualTo("2025-11-30T17:00:00Z");
        assertThat(span.starts()).hasSize(12).last().isEqualTo(Instant.parse("2026-10-31T17:00:00Z"));
        assertThat(span.compared().from()).isEqualTo("2024-11-30T17:00:00Z");
    }

    @Test
    @DisplayName("days from one date to another include both")
    void days() {
        Span span = Span.of(LocalDate.of(2026, 2, 27), LocalDate.of(2026, 3, 1));
        assertThat(span.starts()).hasSize(3);
        assertThat(span.compared().to()).isEqualTo(span.from());
        assertThat(span.compared().starts()).hasSize(3);
    }

    @Test
    @DisplayName("refused: what ends before it begins, and what has too many steps")
    void refused() {
        assertThatThrownBy(() -> Span.of(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 1)))
                .isInstanceOf(LgspException.class);
        assertThatThrownBy(() -> Span.hours(Span.MAX_STEPS + 1, NOW)).isInstanceOf(LgspException.class);
        assertThat(Span.hours(Span.MAX_STEPS, NOW).starts()).hasSize(Span.MAX_STEPS);
    }
}
