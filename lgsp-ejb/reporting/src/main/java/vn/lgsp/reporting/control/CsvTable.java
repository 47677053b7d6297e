package vn.lgsp.reporting.control;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.model.SheetText;
import vn.lgsp.reporting.boundary.ExportColumn;

/** A CSV file as a spreadsheet set to Vietnamese opens it. No text in it is taken for a formula. */
final class CsvTable implements TableWriter {
    private static final char MARK = '\uFEFF';

    private final Heading heading;
    private final Written written;
    private final CsvWriter csv;

    CsvTable(Heading heading, OutputStream out) throws IOException {
        this.heading = heading;
        written = new Written(heading.locale());
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(MARK);
        csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
        csv.writeRecord(heading.columns().stream().map(this::label).toList());
    }

    @Override
    public void row(List<Object> values) {
        List<String> fields = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            String field = written.exact(heading.columns().get(i).kind(), values.get(i));
            fields.add(values.get(i) instanceof String ? SheetText.harmless(SheetText.clean(field)) : field);
        }
        csv.writeRecord(fields);
    }

    @Override
    public void finish(boolean more) throws IOException {
        csv.flush();
    }

    @Override
    public void close() {
        // Nothing but memory is held; the stream is not ours.
    }

    private String label(ExportColumn column) {
        String label = CellText.line(column.label());
        return SheetText.harmless(
                switch (column.kind()) {
                    case BYTES -> heading.text("in-bytes", label);
                    case DURATION -> heading.text("in-seconds", label);
                    default -> label;
                });
    }
}
