package vn.lgsp.sso.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

class PasswordHasherTest {
    private static final String PASSWORD = "Đường về xứ Đông 2026";

    private final PasswordHasher hasher = new PasswordHasher(256, 1, 1, 2, 5);

    @Test
    void the_right_password_is_verified_however_the_keyboard_composed_its_letters() {
        Optional<String> hash = Optional.of(hasher.hash(PASSWORD));
        assertThat(hasher.verify(PASSWORD, hash)).isTrue();
        assertThat(hasher.verify(Normalizer.normalize(PASSWORD, Normalizer.Form.NFD), hash))
                .isTrue();
    }

    @Test
    void any_other_password_is_not() {
        Optional<String> hash = Optional.of(hasher.hash(PASSWORD));
        assertThat(hasher.verify(PASSWORD + " ", hash)).isFalse();
        assertThat(hasher.verify("", hash)).isFalse();
        assertThat(hasher.verify(null, hash)).isFalse();
        assertThat(hasher.verify("x".repeat(100_000), hash)).isFalse();
    }

    @Test
    void without_an_account_no_password_is_right() {
        assertThat(hasher.verify(PASSWORD, Optional.empty())).isFalse();
        assertThat(hasher.verify(null, Optional.empty())).isFalse();
    }

    @Test
    void the_same_password_never_hashes_to_the_same_text() {
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
    }

    @Test
    void a_hash_of_another_cost_is_outdated_but_still_verified() {
        String old = new PasswordHasher(128, 1, 1, 1, 5).hash(PASSWORD);
        assertThat(hasher.outdated(old)).isTrue();
        assertThat(hasher.outdated(hasher.hash(PASSWORD))).isFalse();
        assertThat(hasher.verify(PASSWORD, Optional.of(old))).isTrue();
    }

    @Test
    void when_all_turns_are_taken_the_sign_in_is_put_off_instead_of_eating_memory() {
        PasswordHasher busy = new PasswordHasher(256, 1, 1, 0, 0);
        assertThatThrownBy(() -> busy.verify(PASSWORD, Optional.empty()))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.UNAVAILABLE));
    }
}
