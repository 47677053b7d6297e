package vn.lgsp.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T02:12:04.137Z");
    private static final Clock CLOCK = Clock.fixed(MORNING, ZoneOffset.UTC);

    private final Format vietnamese = new Format(Locale.forLanguageTag("vi"), CLOCK);
    private final Format english = new Format(Locale.ENGLISH, CLOCK);

    @Test
    void times_are_vietnams_whatever_the_servers_zone() {
        assertThat(vietnamese.dateTime(MORNING)).isEqualTo("22/11/2026 09:12:04");
        assertThat(vietnamese.exactTime(MORNING)).isEqualTo("09:12:04.137");
        assertThat(english.dateTime(Instant.parse("2026-12-31T17:00:00Z"))).isEqualTo("01/01/2027 00:00:00");
    }

    @Test
    void nothing_is_written_as_nothing() {
        assertThat(vietnamese.dateTime(null)).isEmpty();
        assertThat(vietnamese.ago(null)).isEmpty();
        assertThat(vietnamese.duration(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.412S, 412 ms, 412 ms",
        "PT12.44S, '12,4 giây', 12.4 s",
        "PT3M12S, 3 phút 12 giây, 3 min 12 s",
        "PT2H5M, 2 giờ 5 phút, 2 h 5 min",
        "PT76H, 3 ngày 4 giờ, 3 d 4 h",
        "PT30M, 30 phút, 30 min",
        "PT720H, 30 ngày, 30 d",
        "PT-1S, 0 ms, 0 ms",
    })
    void durations_are_written_in_two_units_at_most(Duration duration, String inVietnamese, String inEnglish) {
        assertThat(vietnamese.duration(duration)).isEqualTo(inVietnamese);
        assertThat(english.duration(duration)).isEqualTo(inEnglish);
    }

    @Test
    void how_long_ago_is_rounded() {
        assertThat(vietnamese.ago(MORNING.minusSeconds(190))).isEqualTo("3 phút trước");
        assertThat(english.ago(MORNING.minusSeconds(7300))).isEqualTo("2 h ago");
        assertThat(vietnamese.ago(MORNING)).isEqualTo("vừa xong");
    }

    @Test
    void numbers_follow_the_language() {
        assertThat(vietnamese.number(12_482)).isEqualTo("12.482");
        assertThat(english.number(12_482)).isEqualTo("12,482");
        assertThat(vietnamese.percent(997, 1000)).isEqualTo("99,7%");
        assertThat(vietnamese.percent(0, 0)).isEqualTo("–");
    }

    @Test
    void sizes_have_the_unit_that_suits_them() {
        assertThat(vietnamese.bytes(0)).isEqualTo("0 byte");
        assertThat(vietnamese.bytes(999)).isEqualTo("999 byte");
        assertThat(vietnamese.bytes(52_428_800)).isEqualTo("52,4 MB");
        assertThat(english.bytes(Long.MAX_VALUE)).isEqualTo("9,223,372 TB");
    }
}
