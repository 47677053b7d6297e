package vn.lgsp.sso.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.model.error.LgspException;

class PasswordPolicyTest {
    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(strings = {"con mèo trèo cây cau", "Xk4-pQ9z-Lm2w", "quantri đi chợ phiên sáng sớm"})
    void a_long_password_of_ones_own_is_taken(String password) {
        assertThatCode(() -> policy.check("quantri", "Lgsp-demo-2026", password))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "ngắn quá, length",
        "Lgsp-demo-2027, password-same",
        "quantri12345, password-username",
        "Quản.Trị.2026, password-username",
        "Mật khẩu 123456, password-common",
        "LGSP-DEMO-2026, password-common",
        "aaaaaaaaaaaaaaaa, password-common",
    })
    void others_are_refused_with_the_reason(String password, String reason) {
        String username = password.startsWith("Quản") ? "quan.tri" : "quantri";
        assertThatThrownBy(() -> policy.check(username, "Lgsp-demo-2027", password))
                .isInstanceOfSatisfying(LgspException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.PASSWORD_WEAK);
                    assertThat(refusal.fields()).singleElement().satisfies(field -> {
                        assertThat(field.field()).isEqualTo("newPassword");
                        assertThat(field.reason()).isEqualTo(reason);
                        assertThat(ErrorTexts.reason(field, Locale.ENGLISH)).isNotBlank();
                    });
                });
    }

    @Test
    void nothing_is_refused_like_too_short() {
        assertThatThrownBy(() -> policy.check("quantri", null, null)).isInstanceOf(LgspException.class);
    }
}
