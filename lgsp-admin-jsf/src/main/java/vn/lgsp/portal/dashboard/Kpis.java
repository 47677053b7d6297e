package vn.lgsp.portal.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.reporting.boundary.Counts;

/** Writes big figures, each with what it was before. */
@RequestScoped
public class Kpis {
    private static final double GOOD = 0.95;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    /** A count, and how it differs from an earlier one; {@code than} is the key of a text that names that one. */
    public Kpi compared(String icon, String label, long value, long before, String than) {
        String hint = before == 0 ? texts.get("kpi.compared.none") : texts.with(than, change(value, before));
        return new Kpi(icon, "", texts.get(label), format.number(value), hint);
    }

    /** A count that should be zero. */
    public Kpi waiting(String icon, String label, long value, String hint) {
        return new Kpi(icon, value > 0 ? "attention" : "done", texts.get(label), format.number(value), texts.get(hint));
    }

    /** The share of what arrived in what has come to an end. */
    public Kpi delivered(String label, Counts counts) {
        long ended = counts.confirmed() + counts.undelivered();
        boolean good = ended == 0 || counts.confirmed() >= GOOD * ended;
        String hint = texts.with("kpi.delivered.hint", format.number(counts.confirmed()), format.number(ended));
        return new Kpi(
                good ? "done" : "attention", good ? "done" : "attention", texts.get(label), share(counts, ended), hint);
    }

    /** Any other figure; {@code value} and {@code hint} are texts. */
    public Kpi plain(String icon, String label, String value, String hint) {
        return new Kpi(icon, "", texts.get(label), value, hint);
    }

    /** A time, or a dash. */
    public String time(Duration time) {
        return time == null ? "–" : format.duration(time);
    }

    private String share(Counts counts, long ended) {
        return format.percent(counts.confirmed(), ended);
    }

    private String change(long value, long before) {
        String sign = value >= before ? "+" : "−";
        return sign + format.percent(Math.abs(value - before), before);
    }
}
