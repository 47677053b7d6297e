package vn.lgsp.sso.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnknownNamesTest {
    private static final Duration LOCK = Duration.ofMinutes(15);
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

    private final UnknownNames names = new UnknownNames();

    @Test
    void a_name_that_does_not_exist_is_locked_after_as_many_failures_as_one_that_does() {
        for (int i = 0; i < 5; i++) {
            assertThat(names.attempt("khong-co", 5, LOCK, NOON)).isFalse();
        }
        assertThat(names.attempt("khong-co", 5, LOCK, NOON)).isTrue();
        assertThat(names.attempt("khong-co", 5, LOCK, NOON.plus(LOCK).minusSeconds(1)))
                .isTrue();
    }

    @Test
    void other_names_are_not_and_the_lock_ends() {
        for (int i = 0; i < 5; i++) {
            names.attempt("khong-co", 5, LOCK, NOON);
        }
        assertThat(names.attempt("ten-khac", 5, LOCK, NOON)).isFalse();
        assertThat(names.attempt("khong-co", 5, LOCK, NOON.plus(LOCK))).isFalse();
    }
}
