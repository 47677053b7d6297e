package vn.lgsp.reporting.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import vn.lgsp.model.Staff;
import vn.lgsp.reporting.control.CellText;
import vn.lgsp.reporting.control.Heading;
import vn.lgsp.reporting.control.TableWriter;

/**
 * Writes tables as files, the same for a page, the API and a scheduled report. Rows are taken one by one and written as they come, so that
 * memory does not grow with their number. Whoever asks has read the rows under the person's own rights and narrowed them as on the screen;
 * every export leaves a line in the log.
 */
@ApplicationScoped
public class Exports {
    private static final Logger LOG = System.getLogger(Exports.class.getName());

    /**
     * Writes all rows and finishes the document; the stream is flushed, not closed.
     *
     * @param staff for whom; named in the document and in the log
     * @param rows each with as many values as there are columns, of the kinds the columns say
     * @return how many rows were written: all, or as many as the format takes
     * @throws IOException when the stream takes no more, for instance because the reader has gone
     */
    public long write(
            Staff staff, ExportFormat format, ExportTable table, Iterator<List<Object>> rows, OutputStream out)
            throws IOException {
        long written = 0;
        boolean finished = false;
        try {
            written = copy(new Heading(table, staff, Instant.now()), format, rows, out);
            finished = true;
            return written;
        } finally {
            LOG.log(
                    finished ? Level.INFO : Level.WARNING,
                    "Export {0} by {1}: page \"{2}\", filters \"{3}\", {4}",
                    format,
                    CellText.line(staff.username()),
                    CellText.line(table.title()),
                    CellText.line(table.filters()),
                    finished ? written + " rows" : "broken off");
        }
    }

    private static long copy(Heading heading, ExportFormat format, Iterator<List<Object>> rows, OutputStream out)
            throws IOException {
        long written = 0;
        try (TableWriter writer = TableWriter.of(format, heading, out)) {
            while (written < format.maxRows() && rows.hasNext()) {
                writer.row(rows.next());
                written++;
            }
            writer.finish(rows.hasNext());
        }
        out.flush();
        return written;
    }
}
