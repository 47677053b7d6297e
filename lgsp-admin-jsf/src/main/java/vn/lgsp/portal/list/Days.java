package vn.lgsp.portal.list;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Days as people write them. */
public final class Days {
    private static final int LONGEST = 12;
    private static final DateTimeFormatter READ =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Days() {}

    /** Reads {@code 31/12/2026} as people write it and {@code 2026-12-31} as addresses do; empty for anything else and for null. */
    public static Optional<LocalDate> read(String text) {
        try {
            LocalDate date = text == null || text.length() > LONGEST
                    ? null
                    : text.contains("/") ? LocalDate.parse(text.strip(), READ) : LocalDate.parse(text.strip());
            return date == null || date.getYear() < 2000 || date.getYear() > 2200
                    ? Optional.empty()
                    : Optional.of(date);
        } catch (DateTimeParseException typo) {
            return Optional.empty();
        }
    }

    /** Writes {@code 31/12/2026}. */
    public static String write(LocalDate day) {
        return WRITTEN.format(day);
    }
}
