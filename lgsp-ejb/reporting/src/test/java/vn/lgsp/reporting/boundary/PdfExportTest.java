package vn.lgsp.reporting.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.reporting.boundary.ExportsFixture.STAFF;
import static vn.lgsp.reporting.boundary.ExportsFixture.TABLE;
import static vn.lgsp.reporting.boundary.ExportsFixture.export;
import static vn.lgsp.reporting.boundary.ExportsFixture.titled;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfExportTest {
    /** All 134 letters with a mark, and đ. */
    private static final String LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
            + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ";

    @Test
    void everyVietnameseLetterComesOut() throws IOException {
        assertThat(LETTERS).hasSize(134);
        String spaced = String.join(" ", LETTERS.split("(?<=\\G.{10})"));

        String text = text(export(
                ExportFormat.PDF, titled(spaced), titled(Normalizer.normalize("nfd " + spaced, Normalizer.Form.NFD))));

        assertThat(text.replaceAll("\\s", "")).contains(LETTERS).contains("nfd" + LETTERS);
        assertThat(text)
                .contains("Gói tin")
                .contains("Điều kiện lọc: Khoảng thời gian")
                .contains("Nguyễn Thị Vận Hành");
    }

    @Test
    void valuesAreWrittenForPeople() throws IOException {
        String text = text(export(
                ExportFormat.PDF,
                List.of(
                        "Công văn",
                        1234L,
                        52_428_800L,
                        Instant.parse("2026-11-22T18:30:05Z"),
                        LocalDate.of(2026, 11, 22),
                        Duration.ofMillis(412))));

        assertThat(text).contains("1.234", "52,4 MB", "23/11/2026 01:30:05", "22/11/2026", "412 ms");
    }

    @Test
    void headStandsOnEachPageAndPagesAreCounted() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            rows.add(titled("Gói số " + i));
        }
        try (PDDocument document = Loader.loadPDF(export(ExportFormat.PDF, TABLE, rows))) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            for (int page = 1; page <= pages; page++) {
                assertThat(page(document, page)).contains("Tiêu đề").contains("Trang " + page + "/" + pages);
            }
            assertThat(new PDFTextStripper().getText(document)).contains("Gói số 1\n", "Gói số 300");
            PDPage first = document.getPage(0);
            assertThat(first.getMediaBox().getWidth())
                    .isGreaterThan(first.getMediaBox().getHeight());
        }
    }

    @Test
    void fontsAreEmbeddedAndTheDocumentSaysWhatItIs() throws IOException {
        try (PDDocument document = Loader.loadPDF(export(ExportFormat.PDF, titled("một")))) {
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Gói tin");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo(STAFF.fullName());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
        }
    }

    @Test
    void longTextWrapsAndWhatTheFontLacksIsABoxNotAGap() throws IOException {
        String text = text(export(
                ExportFormat.PDF,
                titled("dài ".repeat(2_000) + "hết"),
                titled("x".repeat(5_000)),
                titled("a漢b\u0000c"),
                titled("cuối")));

        assertThat(text).contains("dài dài").contains("…").doesNotContain("hết").contains("cuối");
        assertThat(text).contains("a\u25A1b\uFFFDc");
    }

    @Test
    void emptyTableSaysSo() throws IOException {
        assertThat(text(export(ExportFormat.PDF, TABLE, List.of())))
                .contains("Không có dữ liệu phù hợp.")
                .contains("Trang 1/1");
    }

    @Test
    void moreRowsThanAPrintTakesAreNotLeftOutInSilence() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i <= ExportFormat.PDF.maxRows(); i++) {
            rows.add(List.of((long) i));
        }
        ExportTable numbers = new ExportTable(
                "Số", "", List.of(new ExportColumn("Số", ExportColumn.Kind.NUMBER)), ExportsFixture.VIETNAMESE);

        try (PDDocument document = Loader.loadPDF(export(ExportFormat.PDF, numbers, rows))) {
            assertThat(page(document, document.getNumberOfPages())).contains("Chỉ gồm 20.000 dòng đầu");
        }
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String page(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}
