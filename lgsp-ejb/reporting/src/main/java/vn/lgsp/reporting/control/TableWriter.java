package vn.lgsp.reporting.control;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.lgsp.reporting.boundary.ExportFormat;

/** Writes one table row by row; keeps no more than a bounded number of rows in memory. */
public interface TableWriter extends Closeable {

    /** Adds a row; as many values as there are columns. */
    void row(List<Object> values) throws IOException;

    /**
     * Completes the document. Without it the document is broken, as it must be when the rows broke off.
     *
     * @param more whether there were more rows than the format takes, so that the document says so
     */
    void finish(boolean more) throws IOException;

    /** Begins a document. */
    static TableWriter of(ExportFormat format, Heading heading, OutputStream out) throws IOException {
        return switch (format) {
            case XLSX -> new XlsxTable(heading, out);
            case CSV -> new CsvTable(heading, out);
            case PDF -> new PdfTable(heading, out);
        };
    }
}
