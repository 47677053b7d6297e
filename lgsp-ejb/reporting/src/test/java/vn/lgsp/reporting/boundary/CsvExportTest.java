package vn.lgsp.reporting.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.reporting.boundary.ExportsFixture.TABLE;
import static vn.lgsp.reporting.boundary.ExportsFixture.export;
import static vn.lgsp.reporting.boundary.ExportsFixture.titled;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {
    private static final List<Object> ROW = List.of(
            "Công văn",
            1234.5,
            52_428_800L,
            Instant.parse("2026-11-22T18:30:05Z"),
            LocalDate.of(2026, 11, 22),
            Duration.ofMillis(3_723_412));

    @Test
    void isReadByASpreadsheetSetToVietnamese() throws IOException {
        String file = new String(export(ExportFormat.CSV, ROW), StandardCharsets.UTF_8);

        assertThat(file)
                .isEqualTo("\uFEFFTiêu đề;Số lần;Dung lượng (byte);Tạo lúc;Ngày;Thời gian giao (giây)\r\n"
                        + "Công văn;1234,5;52428800;23/11/2026 01:30:05;22/11/2026;3723,412\r\n");
    }

    @Test
    void englishTableHasEnglishNumbers() throws IOException {
        ExportTable english = new ExportTable("Packets", "", TABLE.columns(), Locale.ENGLISH);

        String file = new String(export(ExportFormat.CSV, english, List.of(ROW)), StandardCharsets.UTF_8);

        assertThat(file).contains(";1234.5;").contains("(bytes)").contains(";3723.412");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t1",
                "\r=1",
                "  =1",
                "\u00A0=1",
                "\u3000＝1",
                "＋1",
                "－1",
                "＠x",
                "\u200B=1",
                "\uFEFF=1",
                "\n=1",
                "=cmd|'/C calc'!A0",
                "'=1"
            })
    void whatASpreadsheetWouldCalculateIsGuarded(String dangerous) throws IOException {
        assertThat(first(export(ExportFormat.CSV, titled(dangerous)))).isEqualTo("'" + dangerous);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "12/UBND-VP", "'a", "1-2", "", "   ", "Đơn vị"})
    void whatIsHarmlessStaysAsItIs(String harmless) throws IOException {
        assertThat(first(export(ExportFormat.CSV, titled(harmless)))).isEqualTo(harmless);
    }

    @Test
    void separatorsQuotesAndLineEndsComeBack() throws IOException {
        String text = "Một; \"hai\"\r\nba\tbốn";

        byte[] file = export(ExportFormat.CSV, titled(text), titled("sau"));

        assertThat(first(file)).isEqualTo(text);
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("\"Một; \"\"hai\"\"\r\nba\tbốn\";;;;;\r\n");
    }

    @Test
    void controlCharactersAndHalfPairsAreReplacedAndTextIsComposed() throws IOException {
        assertThat(first(export(ExportFormat.CSV, titled("a\u0000\uDC00b 😀")))).isEqualTo("a\uFFFD\uFFFDb 😀");
        assertThat(first(export(ExportFormat.CSV, titled("Tie\u0302\u0301ng Vie\u0323\u0302t"))))
                .isEqualTo("Tiếng Việt");
    }

    @Test
    void emptyTableIsAHead() throws IOException {
        assertThat(records(export(ExportFormat.CSV, TABLE, List.of()))).hasSize(1);
    }

    private static String first(byte[] file) {
        return records(file).get(1).getField(0);
    }

    private static List<CsvRecord> records(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return CsvReader.builder().fieldSeparator(';').ofCsvRecord(text.substring(1)).stream()
                .toList();
    }
}
