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

    /** {@code text}, {@code choice}, {@code agency} or {@code period}. */
    public String kind() {
        return filter.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Whether one's own period is chosen. */
    public boolean custom() {
        return filter.kind() == Filter.Kind.PERIOD && Period.of(value) == Period.CUSTOM;
    }

    public boolean fromWrong() {
        return !from.isEmpty() && Days.read(from).isEmpty();
    }

    public boolean toWrong() {
        return !to.isEmpty() && Days.read(to).isEmpty();
    }
}
