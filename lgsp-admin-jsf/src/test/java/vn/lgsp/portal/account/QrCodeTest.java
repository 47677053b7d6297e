package vn.lgsp.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrCodeTest {
    @Test
    void is_drawn_with_a_quiet_zone_of_four_modules_around() {
        QrCode code = QrCode.of("otpauth://totp/LGSP:quantri?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=LGSP");
        assertThat((code.size() - 8 - 17) % 4).isZero();
        // The three finders begin in three corners.
        int far = code.size() - 4 - 7;
        assertThat(code.path())
                .startsWith("M4,4h1v1h-1z")
                .contains("M" + far + ",4h1v1h-1z", "M4," + far + "h1v1h-1z")
                .doesNotContain("M3,", ",3h1");
    }

    @Test
    void other_texts_are_other_drawings() {
        assertThat(QrCode.of("a").path()).isNotEqualTo(QrCode.of("b").path());
    }
}
