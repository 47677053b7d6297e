package vn.lgsp.sso.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {
    /** A published vector of the reference implementation (test.c, version 0x13). */
    private static final String VECTOR =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    @Test
    void computes_what_the_reference_implementation_computes() {
        byte[] salt = "somesalt".getBytes(StandardCharsets.US_ASCII);
        assertThat(Argon2id.compute("password", salt, 256, 2, 1, 32).phc()).isEqualTo(VECTOR);
    }

    @Test
    void a_stored_hash_matches_its_password_and_no_other() {
        Argon2id stored = Argon2id.parse(VECTOR);
        assertThat(stored.matches("password")).isTrue();
        assertThat(stored.matches("Password")).isFalse();
        assertThat(stored.matches("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$short"
            })
    void a_stored_hash_that_was_tampered_with_is_refused(String phc) {
        assertThatThrownBy(() -> Argon2id.parse(phc)).isInstanceOf(IllegalStateException.class);
    }
}
