package vn.lgsp.portal.list;

import java.util.List;
import java.util.Locale;

/**
 * A field of the filter bar, ready to be shown. Methods are called from pages.
 *
 * @param from, to one's own period as it was typed; empty texts otherwise
 */
public record FilterField(Filter filter, String value, List<Option> options, String from, String to) {
    /** One value of a choice. */
    public record Option(String value, String text, boolean selected) {}

    public String name() {
        return filter.name();
    }

    /** {@code text}, {@code choice}, {@code agency}, {@code period} or {@code day}. */
    public String kind() {
        return filter.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Whether one's own period is chosen. */
    public boolean custom() {
        return filter.kind() == Filter.Kind.PERIOD && Period.of(value) == Period.CUSTOM;
    }

    /** Whether what was put in as a day is none. */
    public boolean dayWrong() {
        return filter.kind() == Filter.Kind.DAY
                && !value.isEmpty()
                && Days.read(value).isEmpty();
    }

    public boolean fromWrong() {
        return !from.isEmpty() && Days.read(from).isEmpty();
    }

    public boolean toWrong() {
        return !to.isEmpty() && Days.read(to).isEmpty();
    }
}
