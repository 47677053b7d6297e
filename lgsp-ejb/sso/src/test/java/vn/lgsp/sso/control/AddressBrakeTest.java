package vn.lgsp.sso.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

class AddressBrakeTest {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");
    private static final String ADDRESS = "10.0.0.7";

    private final AddressBrake brake = new AddressBrake();

    @Test
    void after_as_many_attempts_as_allowed_an_address_waits_and_is_told_how_long() {
        for (int i = 0; i < 3; i++) {
            brake.begin(ADDRESS, 3, WINDOW, NOON.plusSeconds(i));
        }
        assertThatThrownBy(() -> brake.begin(ADDRESS, 3, WINDOW, NOON.plusSeconds(60)))
                .isInstanceOfSatisfying(LgspException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.SIGN_IN_PAUSED);
                    assertThat(refusal.arguments()).containsExactly(840L);
                });
        assertPasses("10.0.0.8", NOON);
    }

    @Test
    void the_window_slides() {
        for (int i = 0; i < 3; i++) {
            brake.begin(ADDRESS, 3, WINDOW, NOON.plusSeconds(i * 60L));
        }
        Instant firstForgotten = NOON.plus(WINDOW);
        assertPasses(ADDRESS, firstForgotten);
        assertThatThrownBy(() -> brake.begin(ADDRESS, 3, WINDOW, firstForgotten))
                .isInstanceOf(LgspException.class);
    }

    @Test
    void a_right_one_does_not_count() {
        for (int i = 0; i < 10; i++) {
            brake.begin(ADDRESS, 3, WINDOW, NOON);
            brake.forgive(ADDRESS);
        }
        assertPasses(ADDRESS, NOON);
    }

    @Test
    void a_network_of_ipv6_counts_as_one_address() {
        for (int i = 1; i <= 3; i++) {
            brake.begin("2001:db8:0:1::" + i, 3, WINDOW, NOON);
        }
        assertThatThrownBy(() -> brake.begin("2001:db8:0:1:ffff::9", 3, WINDOW, NOON))
                .isInstanceOf(LgspException.class);
        assertPasses("2001:db8:0:2::1", NOON);
    }

    private void assertPasses(String address, Instant now) {
        assertThatCode(() -> brake.begin(address, 3, WINDOW, now)).doesNotThrowAnyException();
    }
}
