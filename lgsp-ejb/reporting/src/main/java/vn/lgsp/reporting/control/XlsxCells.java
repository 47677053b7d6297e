package vn.lgsp.reporting.control;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.dhatim.fastexcel.Worksheet;
import vn.lgsp.model.SheetText;
import vn.lgsp.reporting.boundary.ExportColumn;

/** Writes values into the cells of a sheet as what they are; a string is never a formula. */
final class XlsxCells {
    /** A cell holds no more UTF-16 units. */
    static final int MOST_LETTERS = 32_767;

    private static final String TIME = "dd/mm/yyyy hh:mm:ss";
    private static final String DATE = "dd/mm/yyyy";
    private static final String DURATION = "[h]:mm:ss.000";
    private static final String WHOLE = "#,##0";
    private static final double MILLIS_OF_A_DAY = Duration.ofDays(1).toMillis();
    /** Beyond it a spreadsheet's number, a double, no longer tells neighbours apart. */
    private static final long MOST_EXACT = 1L << 53;
    /** Days are counted from 1900. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final Written written;

    XlsxCells(Locale locale) {
        written = new Written(locale);
    }

    /** Writes one value; nothing for null. */
    void write(Worksheet sheet, int row, int column, ExportColumn.Kind kind, Object value) {
        if (value instanceof Instant at
                && !at.isBefore(FIRST_DAY.atStartOfDay(Written.ZONE).toInstant())) {
            sheet.value(row, column, LocalDateTime.ofInstant(at, Written.ZONE));
            sheet.style(row, column).format(TIME).set();
        } else if (value instanceof LocalDate date && !date.isBefore(FIRST_DAY)) {
            sheet.value(row, column, date);
            sheet.style(row, column).format(DATE).set();
        } else if (value instanceof Duration duration && !duration.isNegative()) {
            sheet.value(row, column, duration.toMillis() / MILLIS_OF_A_DAY);
            sheet.style(row, column).format(DURATION).set();
        } else if (value instanceof Number number && kind != ExportColumn.Kind.TEXT) {
            number(sheet, row, column, number);
        } else if (value != null) {
            sheet.inlineString(row, column, text(written.exact(kind, value)));
        }
    }

    /** Fit for a cell: no letter that XML refuses, no more than a cell holds, nothing that reads as an escape. */
    static String text(String text) {
        String clean = SheetText.escaped(CellText.clean(text, MOST_LETTERS));
        // Rare: so many escapes that escaping them made it too long.
        return clean.length() <= MOST_LETTERS ? clean : SheetText.escaped(CellText.clean(text, MOST_LETTERS / 7));
    }

    private void number(Worksheet sheet, int row, int column, Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return;
        }
        if (Math.abs(value) >= MOST_EXACT && !(number instanceof Double)) {
            sheet.inlineString(row, column, number.toString());
            return;
        }
        sheet.value(row, column, number);
        if (!(number instanceof Double || number instanceof Float)) {
            sheet.style(row, column).format(WHOLE).set();
        }
    }
}
