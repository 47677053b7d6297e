package vn.lgsp.reporting.boundary;

import java.util.Locale;
import java.util.Optional;

/** What a table can be exported as. */
public enum ExportFormat {
    /** Office Open XML workbook: numbers and dates are real ones; more than a million rows go on in a further sheet. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Long.MAX_VALUE),

    /** RFC 4180 as a spreadsheet set to Vietnamese opens it: UTF-8 with a mark, semicolons between fields. */
    CSV("text/csv; charset=UTF-8", Long.MAX_VALUE),

    /** For printing and for the file: A4 across, fonts embedded. Nobody reads more than 20,000 rows on paper. */
    PDF("application/pdf", 20_000);

    private final String mediaType;
    private final long maxRows;

    ExportFormat(String mediaType, long maxRows) {
        this.mediaType = mediaType;
        this.maxRows = maxRows;
    }

    /** Finds a format by its file ending, "xlsx"; empty when there is none of that name. Null is allowed. */
    public static Optional<ExportFormat> of(String ending) {
        for (ExportFormat format : values()) {
            if (format.ending().equals(ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** For the header Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file name without a dot, "xlsx". */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many rows are written at most; the document says so when there were more. */
    public long maxRows() {
        return maxRows;
    }
}
