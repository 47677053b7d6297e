package vn.lgsp.registry.control.lists;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lgsp.model.error.LgspException;

/** A list of agencies as CSV, the names of the columns in the first row in any order. */
final class CsvList {
    private CsvList() {}

    /**
     * Reads a list.
     *
     * @return how many rows there were
     * @throws LgspException FILE_UNREADABLE saying why
     */
    static int read(InputStream file, ListPages pages) {
        AtomicInteger position = new AtomicInteger();
        CsvLines.read(file, (line, cells) -> {
            if (!pages.headed()) {
                pages.head(cells);
                return;
            }
            int row = position.incrementAndGet();
            if (cells.size() > pages.columns()) {
                throw ListPages.unreadable("row " + row + " > " + pages.columns());
            }
            pages.row(row, cells);
        });
        return pages.end();
    }
}
