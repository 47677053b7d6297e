package vn.lgsp.reporting.control;

import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;

/** The pieces that printed documents are made of: paragraphs, and tables with plain cells. */
final class Printed {
    /** Of ordinary text, in points. */
    static final float SIZE = 9;

    static final Color HEAD = new Color(0xDC, 0xE6, 0xF5);
    private static final Color LINE = new Color(0xB8, 0xC2, 0xD0);
    /** Longer text is cut: one cell must not fill pages. */
    private static final int MOST_LETTERS = 1_500;

    private Printed() {}

    /** A table as wide as the page; {@code widths} are shares. */
    static PdfPTable table(float[] widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingAfter(10);
        return table;
    }

    static PdfPCell cell(PdfFonts font, String text) {
        PdfPCell cell =
                new PdfPCell(new Phrase(SIZE * 1.25f, font.shown(CellText.clean(text, MOST_LETTERS)), font.size(SIZE)));
        cell.setBorderColor(LINE);
        cell.setPadding(3);
        return cell;
    }

    static Paragraph paragraph(PdfFonts font, float size, String text, float after, int alignment) {
        Paragraph paragraph = new Paragraph(size * 1.35f, font.shown(CellText.line(text)), font.size(size));
        paragraph.setSpacingAfter(after);
        paragraph.setAlignment(alignment);
        return paragraph;
    }

    /** The parts that say something, with this between them; null when none does. */
    static String join(String between, String... parts) {
        return Arrays.stream(parts)
                .filter(part -> part != null && !part.isBlank())
                .reduce((left, right) -> left + between + right)
                .orElse(null);
    }

    static String orDash(String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank()).orElse("–");
    }
}
