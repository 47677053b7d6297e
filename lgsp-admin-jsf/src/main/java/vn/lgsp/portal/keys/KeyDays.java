package vn.lgsp.portal.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.portal.shell.Format;

/** Last days as people type them: the day itself still counts. */
final class KeyDays {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private KeyDays() {}

    /** The end of the day; null for an empty text. */
    static Instant end(String text) {
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(text, DAY)
                            .plusDays(1)
                            .atStartOfDay(Format.ZONE)
                            .toInstant();
        } catch (DateTimeParseException e) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("notAfter", "form")));
        }
    }
}
