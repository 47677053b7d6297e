package vn.lgsp.portal.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.registry.boundary.ReorganisationStep;

/** Steps as lines of text. */
class StepLinesTest {
    private static final List<String> WORDS =
            List.of("Cấp mới", "Đổi tên", "Đổi mã", "Đổi cơ quan cha", "Nhập", "Tách", "Giải thể");

    @Test
    void acts_are_read_by_constant_and_by_word_with_or_without_accents() {
        StepLines.Read read = StepLines.read(
                """
                MERGE;H23.31.21 H23.31.22;H23.101;;Xã Nhập;;Xã;H23

                doi ten;H23.12;;;Sở Khoa học
                Giải thể;H23.31,H23.32
                """,
                WORDS);
        assertThat(read.wrong()).isZero();
        assertThat(read.steps())
                .containsExactly(
                        ReorganisationStep.mergeInto(
                                List.of("H23.31.21", "H23.31.22"), "H23.101", null, "Xã Nhập", "Xã", "H23"),
                        ReorganisationStep.rename("H23.12", "Sở Khoa học", null),
                        ReorganisationStep.dissolve(List.of("H23.31", "H23.32"), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MERGE;a\nbay;b", "ISSUE\n;x", "SPLIT\nSPLIT;1;2;3;4;5;6;7;8"})
    void the_first_line_that_cannot_be_read_is_named_and_nothing_is_taken(String text) {
        assertThat(StepLines.read(text, WORDS)).isEqualTo(new StepLines.Read(List.of(), 2));
    }

    @Test
    void every_act_has_its_word() {
        for (ReorganisationAct act : ReorganisationAct.values()) {
            assertThat(StepLines.read(WORDS.get(act.ordinal()) + ";H23", WORDS).steps())
                    .singleElement()
                    .returns(act, ReorganisationStep::act);
        }
    }
}
