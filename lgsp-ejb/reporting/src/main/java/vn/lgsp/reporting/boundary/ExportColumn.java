package vn.lgsp.reporting.boundary;

import java.util.Objects;

/**
 * A column of an exported table.
 *
 * @param label what stands at its head, in the language of the table
 * @param kind what its values are
 */
public record ExportColumn(String label, Kind kind) {

    /** What the values of a column are; every value may be null. */
    public enum Kind {
        /** {@code String}. */
        TEXT,
        /** {@code Long}, {@code Integer} or {@code Double}. */
        NUMBER,
        /** {@code Long}: bytes. */
        BYTES,
        /** {@code Instant}, written in Vietnam's time. */
        TIME,
        /** {@code LocalDate}. */
        DATE,
        /** {@code Duration}. */
        DURATION
    }

    public ExportColumn {
        Objects.requireNonNull(label);
        Objects.requireNonNull(kind);
    }
}
