package vn.lgsp.registry.control.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.registry.boundary.CodeListView.Entry;
import vn.lgsp.registry.control.Fields;

class CodeTableTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private final Fields fields = new Fields();

    @Test
    void columns_may_stand_in_any_order_and_days_in_either_form() {
        CodeTable table =
                read("\uFEFFnameVi;code;nameEn;validTo;validFrom\n\"Nam; giới\";1;Male;31/12/2026;2026-01-01\n");
        assertThat(table.entries())
                .containsExactly(new Entry("1", "Nam; giới", "Male", NEW_YEAR, LocalDate.of(2026, 12, 31)));
        fields.check();
    }

    @Test
    void days_may_be_left_out_and_empty_lines_say_nothing() {
        CodeTable table = read("code,nameVi,nameEn\n\n1,Nam,Male\n,,\n2,Nữ,Female\n");
        assertThat(table.entries()).extracting(Entry::code).containsExactly("1", "2");
        assertThat(table.entries()).extracting(Entry::validFrom).containsOnlyNulls();
        assertThat(table.places()).containsExactly("lines[3].", "lines[5].");
    }

    @Test
    void what_is_no_day_and_what_has_too_many_cells_is_told_by_its_line() {
        read(
                "code,nameVi,nameEn,validFrom,validTo\n1,Nam,Male,30/02/2026,\n2,\"Nữ\ngiới\",Female,,mai\n3,Khác,Other,,,,\n");
        assertThatThrownBy(fields::check)
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.fields())
                        .extracting(FieldError::field, FieldError::reason)
                        .containsExactly(
                                tuple("lines[2].validFrom", "form"),
                                tuple("lines[3].validTo", "form"),
                                tuple("lines[5].code", "items")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|0",
                "code,nameVi,nameEn|0",
                "code,nameVi|code, nameVi, nameEn",
                "code,nameVi,nameEn,colour|? colour",
                "code,nameVi,nameEn,code|2 × code",
                "code,nameVi,nameEn~1,a,a~2,b,b~3,c,c|> 2",
            })
    void a_table_that_is_none_is_refused_as_a_whole(String text, String why) {
        assertThatThrownBy(() -> CodeTable.read(text.replace('~', '\n'), 2, fields))
                .isInstanceOfSatisfying(LgspException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.FILE_UNREADABLE);
                    assertThat(refusal.arguments()).containsExactly(why);
                });
    }

    private CodeTable read(String text) {
        return CodeTable.read(text, 100, fields);
    }
}
