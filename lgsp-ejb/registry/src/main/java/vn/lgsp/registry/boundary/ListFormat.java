package vn.lgsp.registry.boundary;

import java.util.Locale;
import java.util.Optional;

/** What a list of agencies can be as a file. */
public enum ListFormat {
    /** RFC 4180 in UTF-8, with or without a mark in front, commas or semicolons. */
    CSV("text/csv", "text/csv; charset=UTF-8"),

    /** Office Open XML workbook; the first sheet that is not hidden. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", null);

    private final String type;
    private final String written;

    ListFormat(String type, String written) {
        this.type = type;
        this.written = written == null ? type : written;
    }

    /** The format of a media type, parameters aside; empty for others and for null. */
    public static Optional<ListFormat> ofMediaType(String mediaType) {
        String bare = mediaType == null
                ? ""
                : mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        for (ListFormat format : values()) {
            if (format.type.equals(bare)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The format of a name, {@code csv} or {@code xlsx} in any case; empty for others and for null. */
    public static Optional<ListFormat> ofName(String name) {
        for (ListFormat format : values()) {
            if (format.name().equalsIgnoreCase(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** For the header Content-Type. */
    public String mediaType() {
        return written;
    }

    /** The ending of a file name without a dot, {@code xlsx}. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
