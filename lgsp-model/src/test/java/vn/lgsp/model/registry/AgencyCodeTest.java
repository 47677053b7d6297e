package vn.lgsp.model.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyCodeTest {

    @ParameterizedTest
    @CsvSource({
        "000.00.00.H23, QCVN_102, 1",
        "000.00.12.H23, QCVN_102, 2",
        "000.01.12.H23, QCVN_102, 3",
        "001.01.12.H23, QCVN_102, 4",
        "H23, QD_20, 1",
        "H23.12, QD_20, 2",
        "H23.12.01.A1, QD_20, 4"
    })
    void both_forms_are_read(String text, AgencyCode.Form form, int level) {
        assertThat(AgencyCode.parse(text)).hasValueSatisfying(code -> {
            assertThat(code.form()).isEqualTo(form);
            assertThat(code.level()).isEqualTo(level);
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "h23",
                "00.00.00.H23",
                "000.00.00.H2",
                "000.00.00.H23 ",
                "H23.",
                "H23..12",
                "H23.12.01.02.03.04",
                "H23/../../etc",
                "H23.AAAAAAAAAA.BBBBBBBBBB.CCCCCCCCCC.DD"
            })
    void anything_else_is_not_a_code(String text) {
        assertThat(AgencyCode.parse(text)).isEmpty();
    }
}
