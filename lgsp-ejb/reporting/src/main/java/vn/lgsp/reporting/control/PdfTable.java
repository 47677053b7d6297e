package vn.lgsp.reporting.control;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.reporting.boundary.ExportColumn;

/** A4 across: title, who exported it and when, the filters, then the table with its head on each page. Pages go out as they fill. */
final class PdfTable implements TableWriter {
    private static final int ROWS_LOOKED_AT = 200;
    private static final int ROWS_OF_A_BLOCK = 50;
    private static final int FEW_COLUMNS = 7;
    private static final Rectangle PAGE = new Rectangle(PageSize.A4.getHeight(), PageSize.A4.getWidth());
    private static final float MARGIN = 36;
    /** Longer text is cut: one cell must not fill pages. */
    private static final int MOST_LETTERS = 1500;

    private static final Color HEAD = new Color(0xDC, 0xE6, 0xF5);
    private static final Color LINE = new Color(0xB8, 0xC2, 0xD0);

    private final Heading heading;
    private final Written written;
    private final Widths widths;
    private final Document document = new Document(PAGE, MARGIN, MARGIN, MARGIN, MARGIN + 12);
    private final List<List<Object>> first = new ArrayList<>();
    private final float size;
    private PdfPTable table;
    private long rows;

    PdfTable(Heading heading, OutputStream out) throws IOException {
        this.heading = heading;
        written = new Written(heading.locale());
        widths = new Widths(heading);
        size = heading.columns().size() <= FEW_COLUMNS ? 9 : 7.5f;
        try {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            writer.setPageEvent(new PdfFooter(heading.table().title(), heading.locale()));
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            document.addTitle(CellText.line(heading.table().title()));
            document.addAuthor(CellText.line(heading.staff().fullName()));
            document.addSubject(heading.filters());
            document.open();
            writer.getExtraCatalog()
                    .put(PdfName.LANG, new PdfString(heading.locale().toLanguageTag()));
            document.add(paragraph(PdfFonts.BOLD, 14, heading.table().title(), 2));
            document.add(paragraph(PdfFonts.REGULAR, 9, heading.exported(), 0));
            document.add(paragraph(PdfFonts.ITALIC, 9, heading.filters(), 8));
        } catch (DocumentException broken) {
            throw new IOException(broken);
        }
    }

    @Override
    public void row(List<Object> values) throws IOException {
        if (table == null && first.size() < ROWS_LOOKED_AT) {
            first.add(values);
            widths.see(values);
            return;
        }
        begin();
        add(values);
    }

    @Override
    public void finish(boolean more) throws IOException {
        begin();
        table.setComplete(true);
        add(table);
        if (rows == 0) {
            add(paragraph(PdfFonts.ITALIC, 10, heading.text("no-rows"), 0));
        }
        if (more) {
            add(paragraph(PdfFonts.BOLD, 10, heading.truncated(), 0));
        }
        document.close();
    }

    @Override
    public void close() {
        // The stream is not ours; a document that was not finished stays broken.
    }

    private void begin() throws IOException {
        if (table != null) {
            return;
        }
        table = new PdfPTable(heading.columns().size());
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setComplete(false);
        float[] shares = new float[widths.letters().length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = widths.letters()[i];
        }
        try {
            table.setWidths(shares);
        } catch (DocumentException broken) {
            throw new IOException(broken);
        }
        for (ExportColumn column : heading.columns()) {
            PdfPCell cell = cell(PdfFonts.BOLD, CellText.line(column.label()), column.kind());
            cell.setBackgroundColor(HEAD);
            table.addCell(cell);
        }
        for (List<Object> values : first) {
            add(values);
        }
        first.clear();
    }

    private void add(List<Object> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            ExportColumn.Kind kind = heading.columns().get(i).kind();
            String text = CellText.clean(written.readable(kind, values.get(i)), MOST_LETTERS);
            table.addCell(cell(PdfFonts.REGULAR, text, kind));
        }
        rows++;
        if (rows % ROWS_OF_A_BLOCK == 0) {
            add(table);
        }
    }

    private void add(Element element) throws IOException {
        try {
            document.add(element);
        } catch (DocumentException broken) {
            throw new IOException(broken);
        }
    }

    private PdfPCell cell(PdfFonts font, String text, ExportColumn.Kind kind) {
        PdfPCell cell = new PdfPCell(new Phrase(size * 1.25f, font.shown(text), font.size(size)));
        cell.setHorizontalAlignment(
                switch (kind) {
                    case NUMBER, BYTES, DURATION -> Element.ALIGN_RIGHT;
                    case TEXT, TIME, DATE -> Element.ALIGN_LEFT;
                });
        cell.setBorderColor(LINE);
        cell.setPadding(3);
        return cell;
    }

    private static Paragraph paragraph(PdfFonts font, float size, String text, float after) {
        Paragraph paragraph = new Paragraph(size * 1.35f, font.shown(CellText.line(text)), font.size(size));
        paragraph.setSpacingAfter(after);
        return paragraph;
    }
}
