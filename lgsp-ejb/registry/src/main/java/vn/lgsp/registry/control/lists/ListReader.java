package vn.lgsp.registry.control.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.AgencyListRow;
import vn.lgsp.registry.boundary.ImportProblem;
import vn.lgsp.registry.boundary.ListFormat;

/** Reads files that are lists of agencies. A file is put on the disk first: it is bounded, and a workbook is not read in its order. */
public final class ListReader {
    private static final int BUFFER = 64 * 1024;

    private ListReader() {}

    /** Takes a page: 1–1000 rows, and what the reader found wrong with their cells. */
    @FunctionalInterface
    public interface Sink {
        void page(List<AgencyListRow> rows, List<ImportProblem> problems);
    }

    /**
     * Reads a file to its end.
     *
     * @param most how large it may be, bytes
     * @return how many rows there were, at least one
     * @throws LgspException REQUEST_TOO_LARGE; FILE_UNREADABLE saying why; UPLOAD_INCOMPLETE when the file breaks off
     */
    public static int read(ListFormat format, InputStream file, long most, Sink sink) {
        Path kept = null;
        try {
            kept = Files.createTempFile("lgsp-list-", "." + format.ending());
            keep(file, kept, most);
            ListPages pages = new ListPages(sink);
            if (format == ListFormat.XLSX) {
                return XlsxList.read(kept, pages);
            }
            try (InputStream again = Files.newInputStream(kept)) {
                return CsvList.read(again, pages);
            }
        } catch (IOException e) {
            throw new LgspException(ErrorCode.UPLOAD_INCOMPLETE);
        } finally {
            remove(kept);
        }
    }

    private static void keep(InputStream file, Path kept, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long all = 0;
        try (OutputStream out = Files.newOutputStream(kept)) {
            for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                all += read;
                if (all > most) {
                    throw new LgspException(ErrorCode.REQUEST_TOO_LARGE, most);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static void remove(Path kept) {
        try {
            if (kept != null) {
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            // The system clears its directory of temporary files.
            kept.toFile().deleteOnExit();
        }
    }
}
