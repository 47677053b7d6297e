package vn.lgsp.registry.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.control.lists.ListReader;
import vn.lgsp.registry.control.lists.ListWriter;

/**
 * Lists of agencies as files, CSV and XLSX: read into a list from outside, and written in the very form that is read. Each page of rows is a
 * transaction of its own; memory does not grow with the number of rows.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AgencyFiles {
    /** How large a file may be, bytes. */
    public static final long MAX_FILE = 64L * 1024 * 1024;

    @EJB
    private AgencyImports imports;

    @EJB
    private AgencyLists lists;

    /**
     * Puts the rows of a file in the place of all that the list holds. When the file is refused, the list holds nothing.
     *
     * @param format what the file says it is
     * @param file read to its end or to its first fault; at most {@link #MAX_FILE} bytes
     * @throws LgspException FORBIDDEN; NOT_FOUND; IMPORT_STATE_CONFLICT once the check has begun; REQUEST_TOO_LARGE; FILE_UNREADABLE saying
     *     why; UPLOAD_INCOMPLETE
     */
    public ImportView read(Staff staff, UUID importId, ListFormat format, InputStream file) {
        imports.clear(staff, importId);
        try {
            ListReader.read(format, file, MAX_FILE, (rows, problems) -> {
                imports.add(staff, importId, rows);
                if (!problems.isEmpty()) {
                    imports.found(staff, importId, problems);
                }
            });
        } catch (RuntimeException refusal) {
            if (imports.find(staff, importId).state() == ImportState.OPEN) {
                imports.clear(staff, importId);
            }
            throw refusal;
        }
        return imports.find(staff, importId);
    }

    /**
     * The agencies that exist, in the form in which they are read; the first page is read at once, so that a refusal comes before anything
     * is written.
     *
     * @param filter as of the list of agencies; its place and its limit say nothing
     * @throws LgspException FORBIDDEN without AGENCIES_READ; REQUEST_INVALID naming {@code state} or {@code asOf}: those that are closed, or
     *     were so once, cannot be entered
     */
    public Export export(Staff staff, AgencyFilter filter) {
        return new Export(lists, staff, filter, lists.page(staff, filter, null));
    }

    /** Writes the names of the columns alone: a form to fill in. */
    public void template(ListFormat format, OutputStream out) throws IOException {
        ListWriter.of(format, out).finish();
    }

    /** Agencies about to be written. */
    public static final class Export {
        private final AgencyLists lists;
        private final Staff staff;
        private final AgencyFilter filter;
        private final AgencyListPage first;

        private Export(AgencyLists lists, Staff staff, AgencyFilter filter, AgencyListPage first) {
            this.lists = lists;
            this.staff = staff;
            this.filter = filter;
            this.first = first;
        }

        /**
         * Writes all of them, page by page as they are read.
         *
         * @param out flushed, not closed
         * @throws IOException when the stream takes no more
         */
        public void write(ListFormat format, OutputStream out) throws IOException {
            ListWriter writer = ListWriter.of(format, out);
            AgencyListPage page = first;
            while (true) {
                for (AgencyListItem agency : page.items()) {
                    writer.row(agency);
                }
                if (page.next() == null) {
                    break;
                }
                page = lists.page(staff, filter, page.next());
            }
            writer.finish();
        }
    }
}
