package vn.lgsp.registry.control.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.boundary.AgencyListItem;
import vn.lgsp.registry.boundary.AgencyListRow;
import vn.lgsp.registry.boundary.ListFormat;

@DisplayName("Agencies written in the form in which they are read")
class ListWriterTest {
    private static final List<String> NAMES = List.of(
            "=HYPERLINK(\"http://x\")",
            "+84 220",
            "-1",
            "@SUM(A1)",
            "'=1",
            "''",
            "'quoted'",
            "＝1",
            "Sở \"Mới\", thử; \r\n dòng hai",
            "_x0041_",
            "<a>&amp;</a>",
            "0912345678",
            "1.0E5");

    private static AgencyListItem agency(int number, String name) {
        return new AgencyListItem(
                new UUID(0, number),
                number,
                "000.00.%02d.H23".formatted(number),
                "H23." + number,
                name,
                null,
                2,
                "H23",
                name,
                name,
                name,
                "a@b.vn",
                name,
                null,
                "",
                "vung",
                Agency.State.ACTIVE,
                false);
    }

    private static byte[] written(ListFormat format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ListWriter writer = ListWriter.of(format, file);
        for (int i = 0; i < NAMES.size(); i++) {
            writer.row(agency(i + 1, NAMES.get(i)));
        }
        writer.finish();
        return file.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(ListFormat.class)
    @DisplayName("what was written is read back letter by letter")
    void roundTrip(ListFormat format) throws IOException {
        List<AgencyListRow> rows = new ArrayList<>();
        ListReader.read(format, new ByteArrayInputStream(written(format)), 1_000_000, (page, problems) -> {
            rows.addAll(page);
            assertThat(problems).isEmpty();
        });
        assertThat(rows).extracting(AgencyListRow::name).isEqualTo(NAMES);
        assertThat(rows).extracting(AgencyListRow::telephone).isEqualTo(NAMES);
        assertThat(rows.get(4)).satisfies(row -> {
            assertThat(row.code()).isEqualTo("000.00.05.H23");
            assertThat(row.codeQd20()).isEqualTo("H23.5");
            assertThat(row.parent()).isEqualTo("H23");
            assertThat(row.zone()).isEqualTo("vung");
            assertThat(row.shortName()).isNullOrEmpty();
            assertThat(row.position()).isEqualTo(5);
        });
    }

    @Test
    @DisplayName("no cell of a CSV file begins as a formula does")
    void harmless() throws IOException {
        String text = new String(written(ListFormat.CSV), StandardCharsets.UTF_8);
        assertThat(text)
                .contains(",'+84 220,", ",'-1,", ",'@SUM(A1),", ",'＝1,", "'=HYPERLINK")
                .doesNotContain(",=", ",+", ",-", ",@", "\"=");
    }
}
