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

    /** Reads {@code 31/12/2026} as people write it and {@code 2026-12-31} as addresses do, 2000–2200; empty for anything else and for null. */
    public static Optional<LocalDate> read(String text) {
        return readAny(text).filter(day -> day.getYear() >= 2000 && day.getYear() <= 2200);
    }

    /** As {@link #read}, of any year. */
    public static Optional<LocalDate> readAny(String text) {
        try {
            return text == null || text.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(
                            text.contains("/") ? LocalDate.parse(text.strip(), READ) : LocalDate.parse(text.strip()));
        } catch (DateTimeParseException typo) {
            return Optional.empty();
        }
    }

    /** Writes {@code 31/12/2026}. */
    public static String write(LocalDate day) {
        return WRITTEN.format(day);
    }
}
