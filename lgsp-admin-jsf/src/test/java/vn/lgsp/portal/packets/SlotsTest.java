package vn.lgsp.portal.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SlotsTest {
    // 01:30 of the 23rd in Viet Nam.
    private static final Instant NOW = Instant.parse("2026-11-22T18:30:00Z");

    @Test
    void aDayIsCutIntoHoursOfVietnam() {
        Slots slots = Slots.of(NOW.minus(Duration.ofHours(24)), NOW);

        assertThat(slots.step()).isEqualTo(ChronoUnit.HOURS);
        assertThat(slots.starts()).hasSize(25).startsWith(Instant.parse("2026-11-21T18:00:00Z"));
        assertThat(slots.of(NOW.minusSeconds(1))).isEqualTo(24);
    }

    @Test
    void aMonthIsCutIntoDaysThatLeadToOneDay() {
        Slots slots = Slots.of(NOW.minus(Duration.ofDays(30)), NOW);

        assertThat(slots.step()).isEqualTo(ChronoUnit.DAYS);
        assertThat(slots.starts()).hasSize(31);
        assertThat(slots.first(30)).isEqualTo(LocalDate.of(2026, 11, 23)).isEqualTo(slots.last(30));
    }

    @Test
    void aYearIsCutIntoWeeks() {
        Slots slots = Slots.of(NOW.minus(Duration.ofDays(365)), NOW);

        assertThat(slots.step()).isEqualTo(ChronoUnit.WEEKS);
        assertThat(slots.starts()).hasSize(53);
        assertThat(slots.last(0)).isEqualTo(slots.first(0).plusDays(6));
    }

    @Test
    void aTimeBeforeTheFirstSlotIsInNone() {
        Slots slots = Slots.of(NOW.minus(Duration.ofDays(2)), NOW);

        assertThat(slots.of(NOW.minus(Duration.ofDays(4)))).isEqualTo(-1);
    }
}
