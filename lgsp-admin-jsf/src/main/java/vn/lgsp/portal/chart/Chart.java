package vn.lgsp.portal.chart;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;

/**
 * Figures over slots (hours, days, agencies …), as bars beside each other or as lines.
 *
 * @param title what it shows, as a text
 * @param slotTitle what a slot is, the heading of the table's first column, as a text
 * @param kind how it is drawn
 * @param slots from left to right; at most a few hundred
 * @param series what is drawn for each slot; at most four
 * @param writing how a value is written
 */
public record Chart(
        String title,
        String slotTitle,
        Kind kind,
        List<Slot> slots,
        List<Series> series,
        DoubleFunction<String> writing) {

    /** How a chart is drawn. */
    public enum Kind {
        /** Bars over time: what is new stands at the right. */
        BARS,
        /** Lines over time. */
        LINES,
        /** Bars of groups that stand in no order of time. */
        GROUPS
    }

    /**
     * One place on the axis.
     *
     * @param label short, below the axis; not every one is drawn where there are many
     * @param name in full, for the table and the tooltip
     * @param path where a click leads inside the portal; null for nowhere
     */
    public record Slot(String label, String name, String path) {}

    /**
     * One row of figures.
     *
     * @param label as a text
     * @param values one for each slot, not negative; null for nothing known
     * @param ghost drawn faintly: something to compare with
     */
    public record Series(String label, List<Double> values, boolean ghost) {}

    public Chart {
        slots = List.copyOf(slots);
        series = List.copyOf(series);
        for (Series row : series) {
            if (row.values().size() != slots.size()) {
                throw new IllegalArgumentException(row.label() + " has not one value for each slot");
            }
        }
    }

    /** Whether there is nothing to see. */
    public boolean blank() {
        return highest() == 0;
    }

    /** The highest value; 0 for none. */
    double highest() {
        return series.stream()
                .flatMap(row -> row.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
