package vn.lgsp.tests.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the runs of a probe took, and how much HTML came. */
final class Timing {
    private final List<Long> micros = new ArrayList<>();
    private int bytes;

    void add(Visitor.Seen seen) {
        micros.add(seen.micros());
        bytes = seen.body().length;
    }

    /** Milliseconds that this share of the runs stayed within, 0–1 (nearest rank). */
    double percentile(double share) {
        return Ranks.percentile(micros, share) / 1000;
    }

    int bytes() {
        return bytes;
    }

    static String millis(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }
}
