package vn.lgsp.reporting.control;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.lgsp.model.SheetText;

/**
 * A workbook: the rows on one sheet or more, head frozen and with a filter, and a last sheet that says what they are. Written sheet by sheet
 * and block by block; strings stand in their cells, so that nothing is collected.
 */
final class XlsxTable implements TableWriter {
    /** A sheet ends at row 1,048,576. */
    private static final int ROWS_OF_A_SHEET = 1_000_000;

    private static final int ROWS_LOOKED_AT = 200;
    private static final int ROWS_OF_A_BLOCK = 500;
    private static final String HEAD_COLOUR = "FFDCE6F5";

    private final Heading heading;
    private final XlsxCells cells;
    private final Workbook book;
    private final Widths widths;
    private final List<List<Object>> first = new ArrayList<>();
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxTable(Heading heading, OutputStream out) {
        this.heading = heading;
        cells = new XlsxCells(heading.locale());
        book = new Workbook(out, "LGSP", null);
        widths = new Widths(heading);
        book.properties().setTitle(CellText.line(heading.table().title()));
    }

    @Override
    public void row(List<Object> values) throws IOException {
        if (sheet == null && first.size() < ROWS_LOOKED_AT) {
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
        endSheet();
        about(more);
        book.finish();
    }

    @Override
    public void close() {
        // The stream is not ours; a workbook that was not finished stays broken.
    }

    private void begin() throws IOException {
        if (sheet == null) {
            beginSheet();
            for (List<Object> values : first) {
                add(values);
            }
            first.clear();
        }
    }

    private void add(List<Object> values) throws IOException {
        if (row > ROWS_OF_A_SHEET) {
            endSheet();
            beginSheet();
        }
        for (int i = 0; i < values.size(); i++) {
            cells.write(sheet, row, i, heading.columns().get(i).kind(), values.get(i));
        }
        row++;
        if (row % ROWS_OF_A_BLOCK == 0) {
            sheet.flush();
        }
    }

    private void beginSheet() {
        sheets++;
        sheet = book.newWorksheet(
                sheets == 1 ? heading.text("sheet-data") : heading.text("sheet-next", Integer.toString(sheets)));
        int[] letters = widths.letters();
        for (int i = 0; i < letters.length; i++) {
            sheet.width(i, letters[i] + 2.0);
            sheet.inlineString(0, i, label(i));
            sheet.style(0, i).bold().wrapText(true).fillColor(HEAD_COLOUR).set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    private String label(int column) {
        String label = CellText.line(heading.columns().get(column).label());
        return SheetText.escaped(
                switch (heading.columns().get(column).kind()) {
                    case BYTES -> heading.text("in-bytes", label);
                    default -> label;
                });
    }

    private void endSheet() throws IOException {
        sheet.setAutoFilter(0, 0, row - 1, heading.columns().size() - 1);
        sheet.finish();
    }

    private void about(boolean more) throws IOException {
        Worksheet about = book.newWorksheet(heading.text("sheet-about"));
        List<String> lines = new ArrayList<>();
        lines.add(heading.table().title());
        lines.add(heading.filters());
        lines.add(heading.exported());
        if (more) {
            lines.add(heading.truncated());
        }
        about.width(0, 100);
        for (int i = 0; i < lines.size(); i++) {
            about.inlineString(i, 0, SheetText.escaped(CellText.clean(lines.get(i), XlsxCells.MOST_LETTERS)));
            about.style(i, 0).wrapText(true).set();
        }
        about.style(0, 0).bold().fontSize(14).set();
        about.finish();
    }
}
