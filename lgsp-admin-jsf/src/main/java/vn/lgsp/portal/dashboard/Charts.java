package vn.lgsp.portal.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.reporting.boundary.Flow;
import vn.lgsp.reporting.boundary.Grain;
import vn.lgsp.reporting.boundary.Series;

/** Draws series of figures: the same charts on the dashboard and in reports. */
@RequestScoped
public class Charts {
    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.95;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    /**
     * What was sent and received, step by step.
     *
     * @param title as a text
     * @param earlier the same a while ago, drawn faintly; null for none
     * @param ghost what that is called, as a text
     */
    public Chart traffic(String title, Series series, Series earlier, String ghost) {
        List<Chart.Series> rows = List.of(
                row(texts.get("chart.sent"), series, point -> completed(point.sent()), false),
                row(texts.get("chart.received"), series, point -> confirmed(point.received()), false));
        if (earlier != null) {
            rows = List.of(rows.get(0), rows.get(1), row(ghost, earlier, point -> completed(point.sent()), true));
        }
        return chart(title, Chart.Kind.LINES, series, rows);
    }

    /** What was sent and what arrived of it, step by step, as bars. */
    public Chart bars(String title, Series series) {
        return chart(
                title,
                Chart.Kind.BARS,
                series,
                List.of(
                        row(texts.get("chart.sent"), series, point -> completed(point.sent()), false),
                        row(texts.get("chart.received"), series, point -> confirmed(point.received()), false)));
    }

    /** How long deliveries took, step by step: half of them, and nearly all. */
    public Chart times(Series series) {
        double highest = series.points().stream()
                .map(point -> seconds(measured(point), NEARLY_ALL))
                .mapToDouble(value -> value == null ? 0 : value)
                .max()
                .orElse(0);
        boolean minutes = highest > Duration.ofMinutes(3).toSeconds();
        double unit = minutes ? Duration.ofMinutes(1).toSeconds() : 1;
        return chart(
                texts.get(minutes ? "chart.times.minutes" : "chart.times.seconds"),
                Chart.Kind.LINES,
                series,
                List.of(
                        row(texts.get("chart.p50"), series, point -> scaled(measured(point), MEDIAN, unit), false),
                        row(
                                texts.get("chart.p95"),
                                series,
                                point -> scaled(measured(point), NEARLY_ALL, unit),
                                false)));
    }

    private Chart chart(String title, Chart.Kind kind, Series series, List<Chart.Series> rows) {
        Grain grain = series.span().grain();
        List<Chart.Slot> slots = series.points().stream()
                .map(point -> new Chart.Slot(label(grain, point.start()), name(grain, point.start()), null))
                .toList();
        return new Chart(title, texts.get("chart.from"), kind, slots, rows, value -> format.decimal(value, 1));
    }

    private static Chart.Series row(String label, Series series, Function<Series.Point, Double> value, boolean ghost) {
        return new Chart.Series(label, series.points().stream().map(value).toList(), ghost);
    }

    /** Whoever sent nothing sees how fast packets reached him. */
    private static Flow measured(Series.Point point) {
        return point.sent().times().total() > 0 ? point.sent() : point.received();
    }

    private static Double completed(Flow flow) {
        return (double) flow.counts().completed();
    }

    private static Double confirmed(Flow flow) {
        return (double) flow.counts().confirmed();
    }

    private static Double seconds(Flow flow, double share) {
        return scaled(flow, share, 1);
    }

    private static Double scaled(Flow flow, double share, double unit) {
        return flow.times()
                .quantile(share)
                .map(time -> time.toMillis() / 1000.0 / unit)
                .orElse(null);
    }

    private String label(Grain grain, Instant start) {
        return switch (grain) {
            case HOUR -> format.hour(start);
            case DAY -> DAY.format(start.atZone(Format.ZONE));
            case MONTH -> MONTH.format(start.atZone(Format.ZONE));
        };
    }

    private String name(Grain grain, Instant start) {
        return switch (grain) {
            case HOUR -> format.hour(start) + " " + format.date(start);
            case DAY -> format.date(start);
            case MONTH -> label(grain, start);
        };
    }
}
