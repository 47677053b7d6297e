package vn.lgsp.registry.control.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.AgencyListRow;

class CsvListTest {

    private static List<AgencyListRow> read(String text, Charset charset) {
        List<AgencyListRow> rows = new ArrayList<>();
        CsvList.read(
                new ByteArrayInputStream(text.getBytes(charset)), new ListPages((page, problems) -> rows.addAll(page)));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,name,parent\r\nH23.90,\"Sở \"\"Mới\"\", thử\",H23\r\n",
                "\uFEFFcode,name,parent\nH23.90,\"Sở \"\"Mới\"\", thử\",H23",
                "parent;name;code\nH23;\"Sở \"\"Mới\"\", thử\";H23.90\n"
            })
    void commas_semicolons_and_a_mark_in_front_are_read(String text) {
        assertThat(read(text, StandardCharsets.UTF_8)).singleElement().satisfies(row -> {
            assertThat(row.position()).isEqualTo(1);
            assertThat(row.code()).isEqualTo("H23.90");
            assertThat(row.name()).isEqualTo("Sở \"Mới\", thử");
            assertThat(row.parent()).isEqualTo("H23");
            assertThat(row.email()).isNull();
        });
    }

    @Test
    void a_long_list_comes_a_page_at_a_time() {
        StringBuilder text = new StringBuilder("code,name\n");
        for (int i = 1; i <= 2500; i++) {
            text.append("H23.").append(i).append(",Đơn vị ").append(i).append('\n');
        }
        List<Integer> pages = new ArrayList<>();
        int rows = CsvList.read(
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
                new ListPages((page, problems) -> pages.add(page.size())));
        assertThat(rows).isEqualTo(2500);
        assertThat(pages).containsExactly(1000, 1000, 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "code,name\n",
                "name,parent\nSở,H23\n",
                "code,tên\nH23.1,Sở\n",
                "code,name,name\nH23.1,Sở,Sở\n",
                "code,name\nH23.1,Sở,thừa\n"
            })
    void what_is_no_list_is_refused_with_its_reason(String text) {
        assertThatThrownBy(() -> read(text, StandardCharsets.UTF_8))
                .isInstanceOfSatisfying(LgspException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.FILE_UNREADABLE));
    }

    @Test
    void another_encoding_is_refused_and_never_guessed() {
        assertThatThrownBy(() -> read("code,name\nH23.1,Xã Hà\n", StandardCharsets.ISO_8859_1))
                .isInstanceOf(LgspException.class)
                .satisfies(refusal ->
                        assertThat(((LgspException) refusal).arguments()).containsExactly("UTF-8"));
    }

    @Test
    void what_was_guarded_against_formulas_is_read_as_it_was() {
        assertThat(read("code,name,telephone\nH23.1,'=Sở,'+84 220 1\nH23.2,'Sở',-\n", StandardCharsets.UTF_8))
                .extracting(AgencyListRow::name, AgencyListRow::telephone)
                .containsExactly(tuple("=Sở", "+84 220 1"), tuple("'Sở'", "-"));
    }
}
