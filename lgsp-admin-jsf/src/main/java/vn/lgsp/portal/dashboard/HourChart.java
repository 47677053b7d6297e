package vn.lgsp.portal.dashboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Places the bars of the last hours in a drawing of {@value #WIDTH} × {@value #HEIGHT} units, two per hour. Drawn by the server: nothing to
 * load, prints well, and the same numbers stand in the table below it.
 */
public class HourChart {
    public static final int WIDTH = 960;
    public static final int HEIGHT = 330;
    private static final int LEFT = 44;
    private static final int TOP = 12;
    private static final int BOTTOM = 30;
    private static final int PLOT = HEIGHT - TOP - BOTTOM;
    private static final int LINES = 4;
    private static final int LABEL_EVERY = 3;

    private final List<Hour> hours;
    private final long top;

    /** One hour that begins at {@code start}: requested and confirmed. */
    public record Hour(Instant start, long requested, long confirmed) {}

    /** One hour: where its bars stand and how high they are. */
    public record Bar(
            Instant start,
            long requested,
            long confirmed,
            int x,
            int width,
            int requestedY,
            int requestedHeight,
            int confirmedY,
            int confirmedHeight,
            boolean labelled) {

        public int secondX() {
            return x + width + 1;
        }

        public int middle() {
            return x + width;
        }
    }

    /** A horizontal line with its value. */
    public record Line(long value, int y) {}

    public HourChart(List<Hour> hours) {
        this.hours = List.copyOf(hours);
        this.top = roundUp(hours.stream()
                .flatMapToLong(hour -> LongStream.of(hour.requested(), hour.confirmed()))
                .max()
                .orElse(0));
    }

    public int getWidth() {
        return WIDTH;
    }

    public int getHeight() {
        return HEIGHT;
    }

    public int getLeft() {
        return LEFT;
    }

    /** Where the labels of the hours stand. */
    public int getLabelY() {
        return HEIGHT - 8;
    }

    public boolean isBlank() {
        return hours.stream().allMatch(hour -> hour.requested() == 0 && hour.confirmed() == 0);
    }

    public List<Bar> getBars() {
        List<Bar> bars = new ArrayList<>();
        double step = (double) (WIDTH - LEFT) / Math.max(1, hours.size());
        int width = Math.max(2, (int) (step * 0.36));
        for (int i = 0; i < hours.size(); i++) {
            Hour hour = hours.get(i);
            int requested = height(hour.requested());
            int confirmed = height(hour.confirmed());
            bars.add(new Bar(
                    hour.start(),
                    hour.requested(),
                    hour.confirmed(),
                    (int) (LEFT + i * step + step * 0.12),
                    width,
                    TOP + PLOT - requested,
                    requested,
                    TOP + PLOT - confirmed,
                    confirmed,
                    (hours.size() - 1 - i) % LABEL_EVERY == 0));
        }
        return bars;
    }

    public List<Line> getLines() {
        return LongStream.rangeClosed(0, LINES)
                .mapToObj(i -> new Line(top * i / LINES, (int) (TOP + PLOT - PLOT * i / LINES)))
                .toList();
    }

    private int height(long value) {
        int height = (int) (PLOT * value / top);
        return value > 0 ? Math.max(2, height) : 0;
    }

    /** The next value that divides into four lines with whole numbers: 4, 8, 20, 40, 80, 200 … */
    private static long roundUp(long value) {
        long step = 1;
        while (true) {
            for (long factor : new long[] {1, 2, 5}) {
                if (value <= LINES * factor * step) {
                    return LINES * factor * step;
                }
            }
            step *= 10;
        }
    }
}
