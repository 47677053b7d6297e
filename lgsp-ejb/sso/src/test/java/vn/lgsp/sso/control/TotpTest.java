package vn.lgsp.sso.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    /** The secret of the test vectors (RFC 6238, appendix B, SHA-1). */
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130",
    })
    void computes_the_vectors_of_the_standard(long time, String code) {
        long step = Totp.step(Instant.ofEpochSecond(time));
        assertThat(Totp.code(SECRET, step, 8)).isEqualTo(code);
        assertThat(Totp.code(SECRET, step, Totp.DIGITS)).isEqualTo(code.substring(2));
    }

    @Test
    void the_code_of_now_counts_and_so_do_its_neighbours() {
        long present = Totp.step(NOW);
        for (long step = present - 1; step <= present + 1; step++) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, step, 6), 0, NOW)).hasValue(step);
        }
    }

    @Test
    void a_code_of_more_than_one_step_away_does_not() {
        long present = Totp.step(NOW);
        assertThat(Totp.match(SECRET, Totp.code(SECRET, present - 2, 6), 0, NOW))
                .isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, present + 2, 6), 0, NOW))
                .isEmpty();
    }

    @Test
    void a_code_counts_once_and_none_before_it_counts_after_it() {
        long present = Totp.step(NOW);
        assertThat(Totp.match(SECRET, Totp.code(SECRET, present, 6), present, NOW))
                .isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, present - 1, 6), present, NOW))
                .isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, present + 1, 6), present, NOW))
                .hasValue(present + 1);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"05047", "0504711", "05047a", "٠٥٠٤٧١", "050 471", "-50471"})
    void what_is_no_code_is_refused(String typed) {
        assertThat(Totp.match(SECRET, typed, 0, NOW)).isEmpty();
    }
}
