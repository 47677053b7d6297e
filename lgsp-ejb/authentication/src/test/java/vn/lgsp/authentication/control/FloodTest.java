package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A flood of refusals becomes a few entries with their number. */
class FloodTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Flood flood = new Flood();

    FloodTest() {
        flood.past(NOON);
    }

    @Test
    void the_first_of_each_kind_pass_and_the_rest_is_counted() {
        for (var i = 0; i < Flood.EACH; i++) {
            assertThat(flood.admits(entry("10.0.0.1", "key-unknown"))).isTrue();
        }
        for (var i = 0; i < 25; i++) {
            assertThat(flood.admits(entry("10.0.0.1", "key-unknown"))).isFalse();
        }
        assertThat(flood.admits(entry("10.0.0.2", "key-unknown"))).isTrue();
        assertThat(flood.admits(entry("10.0.0.1", "nonce-replayed"))).isTrue();

        assertThat(flood.past(NOON.plusSeconds(59))).isEmpty();
        assertThat(flood.past(NOON.plusSeconds(60))).singleElement().satisfies(counted -> {
            assertThat(counted.repeats()).isEqualTo(25);
            assertThat(counted.remoteAddress()).isEqualTo("10.0.0.1");
        });
    }

    @Test
    void a_new_minute_begins_anew() {
        for (var i = 0; i < Flood.EACH + 1; i++) {
            flood.admits(entry("10.0.0.1", "key-unknown"));
        }
        flood.past(NOON.plusSeconds(60));

        assertThat(flood.admits(entry("10.0.0.1", "key-unknown"))).isTrue();
        assertThat(flood.past(NOON.plusSeconds(120))).isEmpty();
    }

    @Test
    void more_kinds_than_can_be_told_apart_are_counted_together() {
        for (var i = 0; i < 5_000; i++) {
            flood.admits(entry("10.1." + i / 250 + "." + i % 250, "key-unknown"));
        }
        var admitted = 0;
        for (var i = 0; i < 1_000; i++) {
            admitted += flood.admits(entry("10.2." + i / 250 + "." + i % 250, "key-unknown")) ? 1 : 0;
        }

        assertThat(admitted).isEqualTo(Flood.EACH);
        assertThat(flood.past(NOON.plusSeconds(60)))
                .singleElement()
                .extracting(AuthenticationLog.Entry::repeats)
                .isEqualTo(990);
    }

    private static AuthenticationLog.Entry entry(String address, String reason) {
        return new AuthenticationLog.Entry(
                NOON, new UUID(1, 1), "GET", "/", address, null, null, null, null, null, null, reason, 1, null);
    }
}
