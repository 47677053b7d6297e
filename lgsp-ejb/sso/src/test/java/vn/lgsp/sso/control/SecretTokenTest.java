package vn.lgsp.sso.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTokenTest {

    @Test
    void no_token_is_made_twice_and_each_has_a_hash() {
        String token = SecretToken.next();
        assertThat(token).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(SecretToken.next());
        assertThat(SecretToken.hash(token)).hasValueSatisfying(hash -> assertThat(hash)
                .hasSize(32)
                .isNotEqualTo(SecretToken.hash(SecretToken.next()).orElseThrow()));
    }

    @Test
    void the_hash_is_sha_256() {
        assertThat(HexFormat.of().formatHex(SecretToken.sha256("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "abc",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'"
            })
    void what_cannot_be_a_token_has_none(String text) {
        assertThat(SecretToken.hash(text)).isEmpty();
    }
}
