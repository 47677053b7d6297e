package vn.lgsp.reporting.control;

import java.util.List;
import vn.lgsp.reporting.boundary.ExportColumn;

/** How wide columns are, in letters: as the kind needs, and text as the first rows need. */
final class Widths {
    private static final int LEAST = 8;
    private static final int MOST = 60;

    private final Heading heading;
    private final Written written;
    private final int[] letters;

    Widths(Heading heading) {
        this.heading = heading;
        written = new Written(heading.locale());
        letters = heading.columns().stream().mapToInt(Widths::least).toArray();
    }

    /** Looks at one of the first rows. */
    void see(List<Object> values) {
        for (int i = 0; i < letters.length; i++) {
            ExportColumn.Kind kind = heading.columns().get(i).kind();
            int length = written.readable(kind, values.get(i)).length();
            letters[i] = Math.min(MOST, Math.max(letters[i], length));
        }
    }

    /** Letters per column, 8–60. */
    int[] letters() {
        return letters.clone();
    }

    private static int least(ExportColumn column) {
        int kind =
                switch (column.kind()) {
                    case TIME -> 19;
                    case DATE, BYTES, DURATION -> 11;
                    case TEXT, NUMBER -> LEAST;
                };
        return Math.max(kind, Math.min(column.label().length() + 2, MOST / 3));
    }
}
