package vn.lgsp.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Texts of cells")
class SheetTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1", "+84", "-x", "@a", " =1", "'=1", "\u200b＝", "\tx", "''-"})
    @DisplayName("what a spreadsheet would calculate gets an apostrophe in front")
    void guarded(String text) {
        assertThat(SheetText.harmless(text)).isEqualTo("'" + text);
        assertThat(SheetText.plain(SheetText.harmless(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sở", "'Sở'", "''", "1-2", " a=b", "0912"})
    @DisplayName("what it would not stays as it is, apostrophes and all")
    void leftAlone(String text) {
        assertThat(SheetText.harmless(text)).isEqualTo(text);
        assertThat(SheetText.plain(text)).isEqualTo(text);
    }

    @Test
    @DisplayName("whatever is written is read back")
    void roundTrip() {
        String letters = "'=+-@ ＝\u00a0\ta1_x0041";
        Random random = new Random(20);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(SheetText.plain(SheetText.harmless(text.toString()))).isEqualTo(text.toString());
            assertThat(SheetText.unescaped(SheetText.escaped(text.toString()))).isEqualTo(text.toString());
        }
    }

    @Test
    @DisplayName("control characters and non-characters are replaced, accents composed")
    void clean() {
        assertThat(SheetText.clean("a\u0000\u001b\ufffe\n")).isEqualTo("a\ufffd\ufffd\ufffd\n");
        assertThat(SheetText.clean("Sơ\u0309")).isEqualTo("Sở");
    }
}
