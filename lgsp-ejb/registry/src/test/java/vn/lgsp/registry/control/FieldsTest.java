package vn.lgsp.registry.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.error.LgspException;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://so.gov.vn/goi-lai", "http://10.1.2.3:8080/x?y=1"})
    void an_address_that_can_be_called_is_taken(String address) {
        Fields fields = new Fields();
        assertThat(fields.address("callback", " " + address + " ")).isEqualTo(address);
        assertThatCode(fields::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://so.gov.vn/",
                "javascript:alert(1)",
                "https://ai:do@so.gov.vn/",
                "https:///khong-may-chu",
                "so.gov.vn",
                "https://so.gov.vn/#phan",
                "https://so gov vn/"
            })
    void any_other_is_not(String address) {
        Fields fields = new Fields();
        fields.address("callback", address);
        assertThatThrownBy(fields::check).isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(
                        refusal.fields().get(0).reason())
                .isEqualTo("callback"));
    }

    @Test
    void a_line_is_one_line_and_may_be_missing() {
        Fields fields = new Fields();
        assertThat(fields.line("note", " một dòng ", 10)).isEqualTo("một dòng");
        assertThat(fields.line("note", " ", 10)).isNull();
        assertThat(fields.line("note", null, 10, Pattern.compile("x"))).isNull();
        fields.check();
        fields.line("first", "hai\ndòng", 20);
        fields.line("second", "dài hơn mười chữ", 10);
        fields.line("third", "y", 10, Pattern.compile("x"));
        assertThatThrownBy(fields::check).isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(
                        refusal.fields())
                .extracting(LgspException.FieldError::field, LgspException.FieldError::reason)
                .containsExactly(
                        tuple("first", "control-character"), tuple("second", "length"), tuple("third", "form")));
    }

    @Test
    void a_reason_may_have_several_lines() {
        assertThat(Fields.reason(" vì sao\nvà vì sao nữa ")).isEqualTo("vì sao\nvà vì sao nữa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ab", "a\u0000bc"})
    void a_reason_says_something(String reason) {
        assertThatThrownBy(() -> Fields.reason(reason)).isInstanceOf(LgspException.class);
    }
}
