package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.authentication.control.PlatformKeys.PlatformKey;
import vn.lgsp.model.Ids;

@DisplayName("Which of the platform's keys signs")
class PlatformKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private final PlatformKey old = key(NOW.minusSeconds(86_400));
    private final PlatformKey present = key(NOW);
    private final PlatformKey coming = key(NOW.plusSeconds(3_600));

    @Test
    @DisplayName("the newest that has begun, not one that is only published")
    void newest() {
        assertThat(PlatformKeys.signing(List.of(coming, present, old), NOW)).isSameAs(present);
        assertThat(PlatformKeys.signing(List.of(coming, present, old), NOW.minusSeconds(1)))
                .isSameAs(old);
    }

    @Test
    @DisplayName("the very first at once, even if it was made by a clock that is ahead")
    void first() {
        assertThat(PlatformKeys.signing(List.of(present), NOW.minusMillis(1))).isSameAs(present);
        assertThat(PlatformKeys.signing(List.of(coming, present), NOW.minusSeconds(5)))
                .isSameAs(present);
    }

    private static PlatformKey key(Instant activeFrom) {
        return new PlatformKey(Ids.next(), null, null, activeFrom);
    }
}
