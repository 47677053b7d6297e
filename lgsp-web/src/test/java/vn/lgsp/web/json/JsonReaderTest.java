package vn.lgsp.web.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.view.Inputs;

/** What the reader of JSON takes, what it refuses, and that nothing else comes of anything (threat 18). */
class JsonReaderTest {
    private static final String GOOD = "{\"reason\":\"S\\u1EDF b\u00e1o \\\"sai\\\" \u1edf d\u00f2ng 1\"}";

    @Test
    void a_record_is_read() throws IOException {
        assertThat(JsonReaderFuzz.read(Inputs.Reason.class, GOOD.getBytes(UTF_8)))
                .isEqualTo(new Inputs.Reason("Sở báo \"sai\" ở dòng 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}}",
                "{\"reason\":1}",
                "{\"reason\":1e400}",
                "{\"reason\":[\"a\"]}",
                "{\"reason\":\"a\",\"reason\":\"b\"}",
                "{\"reason\":\"a\",\"other\":1}",
                "{'reason':'a'}",
                "{\"reason\":\"a\"} {}",
                "{\"reason\":\"\u0001\"}",
                "{\"reason\":\"a\"},",
                "{\"reason\":NaN}",
                "{\"reason\":\"a\" // b\n}"
            })
    void what_is_no_such_record_is_refused(String text) {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() -> JsonReaderFuzz.read(Inputs.Reason.class, text.getBytes(UTF_8)))
                .satisfies(e -> assertThat(e.code().status()).isIn(400, 422));
    }

    /** Found by the fuzzer: bytes that look like text of four bytes per character, and are none. */
    @ParameterizedTest
    @ValueSource(strings = {"00000800", "00080000", "0000007b7fffffff", "0000feff00110000"})
    void bytes_in_no_known_encoding_are_refused(String hex) {
        assertThatExceptionOfType(LgspException.class)
                .isThrownBy(() ->
                        JsonReaderFuzz.read(Inputs.Reason.class, HexFormat.of().parseHex(hex)))
                .satisfies(e -> assertThat(e.code().status()).isEqualTo(400));
    }

    @Test
    void nothing_else_than_a_refusal_comes_of_anything() {
        var chance = new Random(20_260_101);
        var meant = "{}[]\":,\\u0x1eE+-.ntfN \n\0\u0080\u00ff";
        for (var i = 0; i < 10_000; i++) {
            var bytes = GOOD.getBytes(UTF_8);
            for (var changes = 1 + chance.nextInt(4); changes > 0; changes--) {
                bytes[chance.nextInt(bytes.length)] = (byte) meant.charAt(chance.nextInt(meant.length()));
            }
            assertThatCode(() -> JsonReaderFuzz.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
        }
    }

    @Test
    void depth_and_length_have_ends() {
        for (var text : new String[] {
            "[".repeat(100_000), "{\"a\":".repeat(100_000), "{\"reason\":\"" + "a".repeat(1_100_000) + "\"}"
        }) {
            assertThatExceptionOfType(LgspException.class)
                    .isThrownBy(() -> JsonReaderFuzz.read(Inputs.Reason.class, text.getBytes(UTF_8)));
        }
    }
}
