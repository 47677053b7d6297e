package vn.lgsp.operations.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How far the database's clock is off")
class ClockAgreementTest {
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    @DisplayName("an answer that took long is no wrong clock")
    void slowAnswer() {
        assertThat(ClockAgreement.outside(BEFORE.plusSeconds(20), BEFORE, BEFORE.plusSeconds(40)))
                .isZero();
    }

    @Test
    @DisplayName("a clock that is behind, and one that is ahead")
    void off() {
        assertThat(ClockAgreement.outside(BEFORE.minusSeconds(9), BEFORE, BEFORE.plusSeconds(1)))
                .isEqualTo(Duration.ofSeconds(9));
        assertThat(ClockAgreement.outside(BEFORE.plusSeconds(9), BEFORE, BEFORE.plusSeconds(1)))
                .isEqualTo(Duration.ofSeconds(8));
    }
}
