package vn.lgsp.model.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import vn.lgsp.model.registry.AgencyCode.Fault;

class AgencyCodeTest {

    @ParameterizedTest
    @CsvSource({
        "000.00.00.H23, QCVN_102, 1, ",
        "000.00.12.H23, QCVN_102, 2, 000.00.00.H23",
        "000.01.12.H23, QCVN_102, 3, 000.00.12.H23",
        "001.01.12.H23, QCVN_102, 4, 000.01.12.H23",
        "001.00.20.H13, QCVN_102, 4, 000.00.20.H13",
        "H23, QD_20, 1, ",
        "H23.12, QD_20, 2, H23",
        "H23.12.01.A1, QD_20, 4, H23.12.01",
        "H37.DN.001, QD_20, 3, H37.DN",
        "G22.1.2.3.4.5.6.7.8, QD_20, 9, G22.1.2.3.4.5.6.7"
    })
    void both_forms_are_read(String text, AgencyCode.Form form, int level, String parent) {
        assertThat(AgencyCode.parse(text)).hasValueSatisfying(code -> {
            assertThat(code.form()).isEqualTo(form);
            assertThat(code.level()).isEqualTo(level);
            assertThat(code.parent().map(AgencyCode::value).orElse(null)).isEqualTo(parent);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "h23, CHARACTERS",
        "'H23 ', CHARACTERS",
        "H23/../../etc, CHARACTERS",
        "Đ23, CHARACTERS",
        "00.00.00.H23, OLD_FORM",
        "0A0.00.00.H23, OLD_FORM",
        "001.00.20.TT2, OLD_FORM",
        "000.00.00.H2, OLD_FORM",
        "0000.00.00.H234, OLD_FORM",
        "123, TOP_LEVEL",
        "23H.01, TOP_LEVEL",
        "H.01, TOP_LEVEL",
        "H23., EMPTY_GROUP",
        ".H23, EMPTY_GROUP",
        "H23..12, EMPTY_GROUP",
        "Z01.0100109106, ENTERPRISE",
        "H23.1.2.3.4.5.6.7.8.9, TOO_DEEP",
        "H23.AAAAAAAAAA.BBBBBBBBBB.CCCCCCCCCC, TOO_LONG"
    })
    void anything_else_is_refused_with_its_reason(String text, Fault fault) {
        assertThat(AgencyCode.parse(text)).isEmpty();
        assertThat(AgencyCode.fault(text)).hasValue(fault);
    }

    @ParameterizedTest
    @NullSource
    void nothing_is_no_code(String text) {
        assertThat(AgencyCode.parse(text)).isEmpty();
        assertThat(AgencyCode.fault(text)).hasValue(Fault.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"001.00.20.H13", "002.00.20.H13", "001.01.00.H13", "000.01.00.H13"})
    void a_gap_between_levels_is_read_but_not_issued(String text) {
        assertThat(AgencyCode.parse(text)).isPresent();
        assertThat(AgencyCode.fault(text)).hasValue(Fault.LEVEL_GAP);
    }

    @ParameterizedTest
    @CsvSource({
        "000.00.00.H23, H23",
        "000.00.12.H23, H23.12",
        "000.22.28.H17, H17.28.22",
        "003.22.28.H17, H17.28.22.003",
        "001.00.20.H13, "
    })
    void the_other_form_is_proposed(String old, String proposed) {
        assertThat(AgencyCode.parse(old).orElseThrow().proposal().map(AgencyCode::value))
                .isEqualTo(java.util.Optional.ofNullable(proposed));
    }

    @ParameterizedTest
    @CsvSource({"H23.DN", "H23.00", "H23.1", "H23.12.01.000", "H23.12.01.01", "H23.12.01.001.01"})
    void no_old_form_where_it_cannot_say_it(String code) {
        assertThat(AgencyCode.parse(code).orElseThrow().proposal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"' h23.12 ', H23.12", "000.00.12.h23, 000.00.12.H23", "\u00a0H23, H23", "Ｈ２３, H23"})
    void what_was_meant_is_found(String typed, String code) {
        assertThat(AgencyCode.tidy(typed)).isEqualTo(code);
    }
}
