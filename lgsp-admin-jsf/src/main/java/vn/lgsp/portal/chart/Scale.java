package vn.lgsp.portal.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where values stand in a drawing of {@value #WIDTH} × {@code height} units.
 *
 * @param top the value of the highest line, above zero
 * @param height of the whole drawing
 * @param slots how many stand beside each other
 */
record Scale(double top, int height, int slots) {
    static final int WIDTH = 960;
    static final int LEFT = 56;
    private static final int ABOVE = 12;
    private static final int BELOW = 30;
    private static final int LINES = 4;
    private static final int MOST_LABELS = 12;

    /** A horizontal line with its value. */
    record Line(double value, int y) {}

    /** Chooses the highest line so that the four lines below it have round values: 4, 8, 20, 40, 80, 200 … */
    static Scale of(double highest, int height, int slots) {
        double step = 1;
        while (step * LINES * 5 < highest) {
            step *= 10;
        }
        double top = LINES * 5 * step;
        for (double factor : new double[] {2, 1}) {
            if (highest <= LINES * factor * step) {
                top = LINES * factor * step;
            }
        }
        return new Scale(top, height, Math.max(1, slots));
    }

    List<Line> lines() {
        return IntStream.rangeClosed(0, LINES)
                .mapToObj(i -> new Line(top * i / LINES, y(top * i / LINES)))
                .toList();
    }

    /** From the upper edge down. */
    int y(double value) {
        return (int) Math.round(floor() - plot() * value / top);
    }

    /** The height of a bar: something to see for everything above zero. */
    int bar(double value) {
        return value > 0 ? Math.max(2, floor() - y(value)) : 0;
    }

    /** Where zero is. */
    int floor() {
        return height - BELOW;
    }

    /** Where labels of slots stand. */
    int labelY() {
        return height - 8;
    }

    /** The left edge of a slot. */
    double left(int slot) {
        return LEFT + slot * width();
    }

    double middle(int slot) {
        return left(slot) + width() / 2;
    }

    /** The width of a slot. */
    double width() {
        return (double) (WIDTH - LEFT) / slots;
    }

    /** Whether this slot's label is drawn: a dozen at the most, the last one always. */
    boolean labelled(int slot) {
        int every = (slots + MOST_LABELS - 1) / MOST_LABELS;
        return (slots - 1 - slot) % every == 0;
    }

    private int plot() {
        return floor() - ABOVE;
    }
}
