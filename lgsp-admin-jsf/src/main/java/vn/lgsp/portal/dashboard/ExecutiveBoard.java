package vn.lgsp.portal.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.reporting.boundary.AgencyTraffic;
import vn.lgsp.reporting.boundary.Flow;
import vn.lgsp.reporting.boundary.Ranking;
import vn.lgsp.reporting.boundary.Series;
import vn.lgsp.reporting.boundary.Span;
import vn.lgsp.reporting.boundary.Statistics;
import vn.lgsp.reporting.boundary.TrafficQuery;

/** What leaders read: six figures of the last 30 days, the year, who sends and receives most. */
@Named
@RequestScoped
public class ExecutiveBoard {
    private static final int DAYS = 30;
    private static final int AGENCIES = 10;
    private static final double MEDIAN = 0.5;

    @Inject
    private Figures figures;

    @Inject
    private Statistics statistics;

    @Inject
    private Charts charts;

    @Inject
    private Kpis kpis;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    private List<Kpi> sixFigures;
    private List<Line> lines;
    private Chart trend;

    /** An agency in the ranking; {@code most} is the first one's count. */
    public record Line(String code, String name, long sent, long received, long most) {}

    public List<Kpi> getKpis() {
        if (sixFigures == null) {
            sixFigures = sixFigures();
        }
        return sixFigures;
    }

    private List<Kpi> sixFigures() {
        TrafficQuery query = month();
        Series month = figures.series(query);
        Series before = figures.counts(query.compared());
        Flow sent = month.sent();
        return List.of(
                kpis.compared(
                        "upload",
                        "kpi.sent-30",
                        sent.counts().completed(),
                        before.sent().counts().completed(),
                        "kpi.than-30"),
                kpis.compared(
                        "download",
                        "kpi.received-30",
                        month.received().counts().confirmed(),
                        before.received().counts().confirmed(),
                        "kpi.than-30"),
                kpis.delivered("kpi.arrived", sent.counts()),
                kpis.plain(
                        "clock",
                        "kpi.usual-time",
                        kpis.time(sent.times().quantile(MEDIAN).orElse(null)),
                        texts.get("kpi.usual-time.hint")),
                kpis.compared(
                        "agency",
                        "kpi.agencies",
                        statistics.participants(me.staff(), query),
                        statistics.participants(me.staff(), query.compared()),
                        "kpi.than-30"),
                kpis.plain(
                        "sample",
                        "kpi.volume",
                        format.bytes(sent.counts().bytesCompleted()),
                        texts.with(
                                "kpi.volume.hint",
                                format.bytes(before.sent().counts().bytesCompleted()))));
    }

    public Chart getTrend() {
        if (trend == null) {
            trend = charts.bars(texts.get("chart.year"), figures.year());
        }
        return trend;
    }

    /** Who sent and received most in the last 30 days. */
    public List<Line> getRanking() {
        if (lines == null) {
            lines = lines();
        }
        return lines;
    }

    private List<Line> lines() {
        List<AgencyTraffic> rows =
                statistics.ranking(me.staff(), month(), new Ranking(Ranking.By.BOTH, null, AGENCIES));
        long most = rows.isEmpty() ? 1 : total(rows.get(0));
        return rows.stream()
                .limit(AGENCIES)
                .map(row -> new Line(
                        row.code(),
                        row.name(),
                        row.sent().completed(),
                        row.received().completed(),
                        most))
                .toList();
    }

    private TrafficQuery month() {
        return TrafficQuery.of(Span.days(DAYS, figures.now()));
    }

    private static long total(AgencyTraffic row) {
        return row.sent().completed() + row.received().completed();
    }
}
