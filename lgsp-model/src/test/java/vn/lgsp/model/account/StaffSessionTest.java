package vn.lgsp.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StaffSessionTest {
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final StaffSession session = new StaffSession(new UUID(1, 1), new byte[32], "::1", "x".repeat(300), NOON);

    @Test
    void it_lasts_until_nothing_was_heard_for_too_long() {
        assertThat(session.expiry(NOON.plus(IDLE).minusSeconds(1), IDLE, LONGEST))
                .isNull();
        assertThat(session.expiry(NOON.plus(IDLE), IDLE, LONGEST)).isEqualTo(StaffSession.End.IDLE);
        assertThat(session.over(NOON.plus(IDLE), IDLE, LONGEST)).isTrue();
    }

    @Test
    void it_never_lasts_longer_than_allowed() {
        assertThat(session.expiry(NOON.plus(LONGEST), Duration.ofDays(1), LONGEST))
                .isEqualTo(StaffSession.End.TOO_LONG);
    }

    @Test
    void of_a_long_user_agent_the_beginning_is_kept() {
        assertThat(session.userAgent()).hasSize(200);
    }
}
