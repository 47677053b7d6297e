package vn.lgsp.sso.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodesTest {
    private static final UUID SOMEBODY = new UUID(7, 1);

    @Test
    void ten_different_ones_are_made() {
        List<String> codes = RecoveryCodes.next();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.length() == 19);
        assertThat(RecoveryCodes.next()).doesNotContainAnyElementsOf(codes);
    }

    @Test
    void a_code_is_the_same_however_it_is_typed() {
        String code = RecoveryCodes.next().get(0);
        byte[] hash = RecoveryCodes.hash(SOMEBODY, code).orElseThrow();
        assertThat(RecoveryCodes.hash(SOMEBODY, " " + code.toLowerCase(Locale.ROOT)))
                .hasValue(hash);
        assertThat(RecoveryCodes.hash(SOMEBODY, code.replace("-", ""))).hasValue(hash);
    }

    @Test
    void the_same_code_of_another_person_is_stored_as_something_else() {
        String code = RecoveryCodes.next().get(0);
        assertThat(RecoveryCodes.hash(new UUID(7, 2), code).orElseThrow())
                .isNotEqualTo(RecoveryCodes.hash(SOMEBODY, code).orElseThrow());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"123456", "AAAA-BBBB-CCCC", "AAAA-BBBB-CCCC-DDD0", "AAAA-BBBB-CCCC-DDDDD"})
    void what_is_no_code_has_no_hash(String typed) {
        assertThat(RecoveryCodes.hash(SOMEBODY, typed)).isEmpty();
    }
}
