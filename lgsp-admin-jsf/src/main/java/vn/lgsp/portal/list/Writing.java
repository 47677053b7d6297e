package vn.lgsp.portal.list;

import java.time.Duration;
import java.time.Instant;
import vn.lgsp.portal.shell.Format;

/** Writes the values of columns as people read them. */
record Writing(Format format) {

    /** The text of a value that is not null. */
    String text(Column.Kind kind, Object value) {
        if (value instanceof Instant instant) {
            return format.dateTime(instant);
        }
        if (value instanceof Duration duration) {
            return format.duration(duration);
        }
        if (value instanceof Long number) {
            return kind == Column.Kind.BYTES ? format.bytes(number) : format.number(number);
        }
        return value.toString();
    }
}
