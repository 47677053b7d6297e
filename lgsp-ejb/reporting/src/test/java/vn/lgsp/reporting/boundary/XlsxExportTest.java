package vn.lgsp.reporting.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.reporting.boundary.ExportsFixture.STAFF;
import static vn.lgsp.reporting.boundary.ExportsFixture.TABLE;
import static vn.lgsp.reporting.boundary.ExportsFixture.export;
import static vn.lgsp.reporting.boundary.ExportsFixture.titled;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxExportTest {
    @Test
    void valuesComeBackAsWhatTheyAre() throws IOException {
        Row row = rows(export(
                        ExportFormat.XLSX,
                        List.of(
                                "Công văn số 12/UBND",
                                1234L,
                                52_428_800L,
                                Instant.parse("2026-11-22T18:30:05Z"),
                                LocalDate.of(2026, 11, 22),
                                Duration.ofMillis(3_723_412))))
                .get(1);

        assertThat(row.getCellText(0)).isEqualTo("Công văn số 12/UBND");
        assertThat(row.getCellAsNumber(1)).contains(new BigDecimal("1234"));
        assertThat(row.getCellAsNumber(2)).contains(new BigDecimal("52428800"));
        // Vietnam is seven hours ahead.
        assertThat(row.getCellAsDate(3)).contains(LocalDateTime.of(2026, 11, 23, 1, 30, 5));
        assertThat(row.getCell(3).getDataFormatString()).isEqualTo("dd/mm/yyyy hh:mm:ss");
        assertThat(row.getCellAsDate(4)).contains(LocalDateTime.of(2026, 11, 22, 0, 0));
        assertThat(row.getCellAsNumber(5).orElseThrow().doubleValue() * 86_400)
                .isCloseTo(3723.412, org.assertj.core.data.Offset.offset(0.0005));
        assertThat(row.getCell(5).getDataFormatString()).isEqualTo("[h]:mm:ss.000");
    }

    @Test
    void whatIsMissingIsAnEmptyCell() throws IOException {
        Row row = rows(export(ExportFormat.XLSX, titled("Chỉ có tiêu đề"))).get(1);

        assertThat(row.getCellText(0)).isEqualTo("Chỉ có tiêu đề");
        assertThat(row.getOptionalCell(1).map(cell -> cell.getType()).orElse(CellType.EMPTY))
                .isEqualTo(CellType.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "=HYPERLINK(\"http://x\";\"y\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "＝1"})
    void textIsNeverAFormula(String dangerous) throws IOException {
        byte[] file = export(ExportFormat.XLSX, titled(dangerous));

        assertThat(rows(file).get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(rows(file).get(1).getCellText(0)).isEqualTo(dangerous);
        assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void textThatNoSheetCanHoldIsMadeFit() throws IOException {
        List<Row> rows = rows(export(
                ExportFormat.XLSX,
                titled("a\u0000b\u001Bc\uD800d\uFFFFe"),
                titled("x".repeat(40_000)),
                titled("x".repeat(32_765) + "😀😀"),
                titled("_x0041_ không phải chữ A"),
                titled("_x0041_".repeat(6_000)),
                titled("<&>\"'")));

        assertThat(rows.get(1).getCellText(0)).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
        assertThat(rows.get(2).getCellText(0)).hasSize(32_767).endsWith("x…");
        assertThat(rows.get(3).getCellText(0)).hasSize(32_766).endsWith("x…");
        assertThat(rows.get(4).getCellText(0)).isEqualTo("_x005F_x0041_ không phải chữ A");
        assertThat(rows.get(5).getCellText(0).length()).isLessThanOrEqualTo(32_767);
        assertThat(rows.get(6).getCellText(0)).isEqualTo("<&>\"'");
    }

    @Test
    void numbersThatAreNoneStayEmptyAndHugeOnesStayExact() throws IOException {
        List<Row> rows = rows(export(
                ExportFormat.XLSX,
                Arrays.asList("a", Double.NaN, Long.MAX_VALUE, null, null, null),
                Arrays.asList("b", 0.25, 0L, null, null, null)));

        assertThat(rows.get(1).getCellAsNumber(1)).isEmpty();
        assertThat(rows.get(1).getCellText(2)).isEqualTo("9223372036854775807");
        assertThat(rows.get(2).getCellAsNumber(1)).contains(new BigDecimal("0.25"));
    }

    @Test
    void headIsFrozenAndFiltersAndALastSheetSaysWhatItIs() throws IOException {
        byte[] file = export(ExportFormat.XLSX, titled("một"), titled("hai"));

        assertThat(part(file, "xl/worksheets/sheet1.xml"))
                .contains("<pane")
                .contains("state=\"frozen\"")
                .contains("<autoFilter ref=\"A1:F3\"");
        assertThat(rows(file).get(0).getCellText(0)).isEqualTo("Tiêu đề");
        assertThat(rows(file).get(0).getCellText(2)).isEqualTo("Dung lượng (byte)");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> about = book.getSheet(1).orElseThrow().read();
            assertThat(about.get(0).getCellText(0)).isEqualTo("Gói tin");
            assertThat(about.get(1).getCellText(0)).contains("Trạng thái: Đã hủy");
            assertThat(about.get(2).getCellText(0)).contains(STAFF.fullName()).contains("(vanhanh)");
        }
    }

    @Test
    void emptyTableIsAWorkbookWithAHead() throws IOException {
        List<Row> rows = rows(export(ExportFormat.XLSX, TABLE, List.of()));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getCellText(3)).isEqualTo("Tạo lúc");
    }

    private static List<Row> rows(byte[] file) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(file), new org.dhatim.fastexcel.reader.ReadingOptions(true, false))) {
            return book.getFirstSheet().read();
        }
    }

    private static String part(byte[] file, String name) throws IOException {
        Path kept = Files.write(Files.createTempFile("export", ".xlsx"), file);
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(kept);
        }
    }
}
