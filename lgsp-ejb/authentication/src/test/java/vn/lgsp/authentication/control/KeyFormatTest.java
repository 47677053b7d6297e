package vn.lgsp.authentication.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.registry.Environment;

class KeyFormatTest {

    @ParameterizedTest
    @EnumSource
    void new_keys_are_recognised_with_their_environment(Environment environment) {
        assertThat(KeyFormat.ofAccessKey(KeyFormat.newAccessKey(environment))).contains(environment);
        assertThat(KeyFormat.ofSecret(KeyFormat.newSecret(environment))).contains(environment);
    }

    @Test
    void keys_have_the_documented_form() {
        assertThat(KeyFormat.newAccessKey(Environment.TEST)).matches("lgsp_test_ak_[a-z2-7]{20}[a-z2-7]{4}");
        assertThat(KeyFormat.newSecret(Environment.LIVE)).matches("lgsp_live_sk_[A-Za-z0-9_-]{43}[A-Za-z0-9]{6}");
    }

    @Test
    void no_two_keys_are_alike() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            assertThat(seen.add(KeyFormat.newAccessKey(Environment.TEST))).isTrue();
            assertThat(seen.add(KeyFormat.newSecret(Environment.TEST))).isTrue();
        }
    }

    @Test
    void the_checksum_is_the_same_everywhere() {
        assertThat(KeyFormat.ofAccessKey("lgsp_test_ak_aaaaaaaaaaaaaaaaaaaa5tac"))
                .contains(Environment.TEST);
        assertThat(KeyFormat.ofSecret("lgsp_live_sk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA0YL8lw"))
                .contains(Environment.LIVE);
    }

    @Test
    void every_typing_error_of_one_character_is_noticed() {
        var accessKey = KeyFormat.newAccessKey(Environment.LIVE);
        var secret = KeyFormat.newSecret(Environment.LIVE);

        for (var i = 0; i < accessKey.length(); i++) {
            assertThat(KeyFormat.ofAccessKey(mistyped(accessKey, i)))
                    .as("character " + i)
                    .isEmpty();
        }
        for (var i = 0; i < secret.length(); i++) {
            assertThat(KeyFormat.ofSecret(mistyped(secret, i)))
                    .as("character " + i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "lgsp_test_ak_",
                "the-key",
                "lgsp_prod_ak_aaaaaaaaaaaaaaaaaaaaaaaa",
                "LGSP_TEST_AK_AAAAAAAAAAAAAAAAAAAAAAAA",
                "lgsp_test_ak_aaaaaaaaaaaaaaaaaaaaaaaa\n"
            })
    void anything_else_is_no_key(String text) {
        assertThat(KeyFormat.ofAccessKey(text)).isEmpty();
        assertThat(KeyFormat.ofSecret(text)).isEmpty();
    }

    @Test
    void a_secret_is_not_an_access_key() {
        assertThat(KeyFormat.ofAccessKey(KeyFormat.newSecret(Environment.TEST))).isEmpty();
        assertThat(KeyFormat.ofSecret(KeyFormat.newAccessKey(Environment.TEST))).isEmpty();
    }

    private static String mistyped(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == 'b' ? 'c' : 'b') + text.substring(at + 1);
    }
}
