package vn.lgsp.reporting.boundary;

import java.util.List;
import java.util.Locale;

/**
 * What an exported table is, apart from its rows.
 *
 * @param title what the page is called, "Gói tin"
 * @param filters what the rows are narrowed to, in words; empty when they are not
 * @param columns at least one
 * @param locale Vietnamese or English: language of the labels and way of writing numbers
 */
public record ExportTable(String title, String filters, List<ExportColumn> columns, Locale locale) {
    public ExportTable {
        columns = List.copyOf(columns);
        filters = filters == null ? "" : filters;
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table has columns");
        }
    }
}
