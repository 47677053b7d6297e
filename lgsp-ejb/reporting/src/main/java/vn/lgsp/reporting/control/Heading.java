package vn.lgsp.reporting.control;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.lgsp.model.Staff;
import vn.lgsp.reporting.boundary.ExportColumn;
import vn.lgsp.reporting.boundary.ExportFormat;
import vn.lgsp.reporting.boundary.ExportTable;

/** What stands around the rows: what the table is, who had it exported and when. */
public record Heading(ExportTable table, Staff staff, Instant at) {
    /** The texts around tables, and at the foot of every printed page. */
    static final String BUNDLE = "vn.lgsp.reporting.control.Exports";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    List<ExportColumn> columns() {
        return table.columns();
    }

    Locale locale() {
        return table.locale();
    }

    /** Who exported it and when, as one line. */
    String exported() {
        return text("exported", staff.fullName(), staff.username(), new Written(locale()).time(at));
    }

    /** What the rows are narrowed to, as one line. */
    String filters() {
        return table.filters().isBlank() ? text("no-filters") : text("filters", CellText.line(table.filters()));
    }

    /** That there were more rows than were written, as one line. */
    String truncated() {
        return text("more", new Written(locale()).number(ExportFormat.PDF.maxRows(), 0));
    }

    /** A text of the documents in the table's language. */
    String text(String key, Object... values) {
        return text(BUNDLE, locale(), key, values);
    }

    /** A text of printed documents. */
    static String text(String bundle, Locale locale, String key, Object... values) {
        String pattern = ResourceBundle.getBundle(bundle, locale, Heading.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, locale).format(values);
    }
}
