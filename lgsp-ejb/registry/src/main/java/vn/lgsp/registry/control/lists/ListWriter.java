package vn.lgsp.registry.control.lists;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.lgsp.model.SheetText;
import vn.lgsp.registry.boundary.AgencyListItem;
import vn.lgsp.registry.boundary.ListFormat;

/** Writes agencies in the form in which lists are read, row by row. No text is taken for a formula, in either format. */
public abstract class ListWriter {
    private static final char MARK = '\uFEFF';
    private static final int ROWS_OF_A_BLOCK = 500;
    private static final double WIDTH = 24;

    /** Begins a file with the names of the columns. The stream is flushed at the end, not closed. */
    public static ListWriter of(ListFormat format, OutputStream out) throws IOException {
        ListWriter writer =
                switch (format) {
                    case CSV -> new Csv(out);
                    case XLSX -> new Xlsx(out);
                };
        writer.line(ListColumn.heads());
        return writer;
    }

    /** Adds an agency. */
    public void row(AgencyListItem agency) throws IOException {
        line(Arrays.stream(ListColumn.values())
                .map(column -> column.of(agency))
                .map(text -> text == null ? "" : SheetText.harmless(SheetText.clean(text)))
                .toList());
    }

    /** Completes the file; without it the file is broken, as it must be when the rows broke off. */
    public abstract void finish() throws IOException;

    abstract void line(List<String> cells) throws IOException;

    private static final class Csv extends ListWriter {
        private final CsvWriter csv;

        Csv(OutputStream out) throws IOException {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write(MARK);
            csv = CsvWriter.builder()
                    .fieldSeparator(',')
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(text);
        }

        @Override
        void line(List<String> cells) {
            csv.writeRecord(cells);
        }

        @Override
        public void finish() throws IOException {
            csv.flush();
        }
    }

    private static final class Xlsx extends ListWriter {
        private final OutputStream out;
        private final Workbook book;
        private final Worksheet sheet;
        private int row;

        Xlsx(OutputStream out) {
            this.out = out;
            book = new Workbook(out, "LGSP", null);
            sheet = book.newWorksheet("agencies");
            for (int i = 0; i < ListColumn.values().length; i++) {
                sheet.width(i, WIDTH);
                sheet.style(0, i).bold().set();
            }
            sheet.freezePane(0, 1);
        }

        @Override
        void line(List<String> cells) throws IOException {
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    sheet.inlineString(row, i, SheetText.escaped(cells.get(i)));
                }
            }
            row++;
            if (row % ROWS_OF_A_BLOCK == 0) {
                sheet.flush();
            }
        }

        @Override
        public void finish() throws IOException {
            sheet.finish();
            book.finish();
            out.flush();
        }
    }
}
