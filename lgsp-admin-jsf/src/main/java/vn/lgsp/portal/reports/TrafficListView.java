package vn.lgsp.portal.reports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.dashboard.Charts;
import vn.lgsp.portal.dashboard.Kpi;
import vn.lgsp.portal.dashboard.Kpis;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Period;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.reporting.boundary.AgencyTraffic;
import vn.lgsp.reporting.boundary.Counts;
import vn.lgsp.reporting.boundary.Ranking;
import vn.lgsp.reporting.boundary.Series;
import vn.lgsp.reporting.boundary.Span;
import vn.lgsp.reporting.boundary.Statistics;
import vn.lgsp.reporting.boundary.TrafficQuery;

/** What each agency sent and received in a period, by kind of data (portal.md 8.1; Điều 5.12). */
@Named
@RequestScoped
public class TrafficListView extends ListPage<AgencyTraffic> {
    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.95;
    private static final int HOURS = 24;
    private static final int WEEK = 7;
    private static final int DAYS = 30;
    private static final int MONTHS = 12;

    @Inject
    private Statistics statistics;

    @Inject
    private Directory directory;

    @Inject
    private Charts charts;

    @Inject
    private Kpis kpis;

    @Inject
    private Visit visit;

    private Series series;

    @Override
    protected ListShape<AgencyTraffic> shape() {
        return ListShape.<AgencyTraffic>at("/bao-cao/gui-nhan", "traffic.title", this::key)
                .hint("traffic.hint")
                .empty("chart", "traffic.none", "traffic.none.text")
                .filter(Filter.agency())
                .filter(Filter.period(periods(), Period.D30))
                .filter(Filter.choice("loai", "packet.data-type", dataTypes()))
                .filter(Filter.choice(
                        "moi-truong", "traffic.environment", choices("environment", Environment.values())))
                .filter(Filter.always(
                        "xep", "traffic.order", choices("traffic.by", Ranking.By.values()), Ranking.By.BOTH.name()))
                .column(Column.<AgencyTraffic>main("traffic.agency", AgencyTraffic::name)
                        .link(row -> "/bao-cao/gui-nhan?ky=" + period() + "&don-vi=" + row.code())
                        .below(row -> List.of(new Piece.Words(row.code(), true))))
                .column(Column.number("traffic.sent", row -> row.sent().completed()))
                .column(Column.number("traffic.arrived", row -> row.sent().confirmed()))
                .column(Column.number("traffic.undelivered", row -> row.sent().undelivered()))
                .column(Column.bytes("traffic.sent-bytes", row -> row.sent().bytesCompleted()))
                .column(Column.number("traffic.received", row -> row.received().confirmed()))
                .column(Column.bytes(
                        "traffic.received-bytes", row -> row.received().bytesConfirmed()));
    }

    @Override
    protected List<AgencyTraffic> find(Selection narrowed, String after, int limit) {
        Ranking.After place = after == null
                ? null
                : new Ranking.After(
                        Long.parseLong(after.substring(0, after.indexOf('_'))),
                        after.substring(after.indexOf('_') + 1));
        // The boundary answers one row more than the page has.
        return statistics.ranking(me().staff(), query(narrowed), new Ranking(by(narrowed), place, limit - 1));
    }

    @Override
    protected Chart chart(Selection narrowed) {
        return charts.bars(texts().get("traffic.chart"), series());
    }

    @Override
    protected String count(Selection narrowed) {
        return format().number(statistics.participants(me().staff(), query(narrowed)));
    }

    /** The whole of what was narrowed to, compared with the time before. */
    public List<Kpi> getKpis() {
        Counts sent = series().sent().counts();
        Series before = statistics.series(me().staff(), query(selection()).compared());
        return List.of(
                kpis.compared(
                        "upload",
                        "traffic.sent",
                        sent.completed(),
                        before.sent().counts().completed(),
                        "traffic.than"),
                kpis.compared(
                        "download",
                        "traffic.received",
                        series().received().counts().confirmed(),
                        before.received().counts().confirmed(),
                        "traffic.than"),
                kpis.delivered("kpi.delivered", sent),
                kpis.plain(
                        "clock",
                        "traffic.median",
                        kpis.time(series().sent().times().quantile(MEDIAN).orElse(null)),
                        texts().with(
                                        "traffic.p95",
                                        kpis.time(series().sent()
                                                .times()
                                                .quantile(NEARLY_ALL)
                                                .orElse(null)))),
                kpis.plain(
                        "sample",
                        "kpi.volume",
                        format().bytes(sent.bytesCompleted()),
                        texts().with(
                                        "traffic.volume.hint",
                                        format().bytes(series().received()
                                                .counts()
                                                .bytesConfirmed()))));
    }

    private Series series() {
        if (series == null) {
            series = statistics.series(me().staff(), query(selection()));
        }
        return series;
    }

    private String key(AgencyTraffic row) {
        long count =
                switch (by(selection())) {
                    case SENT -> row.sent().completed();
                    case RECEIVED -> row.received().completed();
                    case BOTH -> row.sent().completed() + row.received().completed();
                };
        return count + "_" + row.code();
    }

    private String period() {
        return selection().period().code();
    }

    private static Ranking.By by(Selection narrowed) {
        return narrowed.constant("xep", Ranking.By.class);
    }

    private static TrafficQuery query(Selection narrowed) {
        return new TrafficQuery(
                span(narrowed),
                narrowed.agency() == null ? null : narrowed.agency().code(),
                narrowed.constant("moi-truong", Environment.class),
                narrowed.text("loai"));
    }

    private static Span span(Selection narrowed) {
        Instant now = Instant.now();
        return switch (narrowed.period()) {
            case H24 -> Span.hours(HOURS, now);
            case D7 -> Span.days(WEEK, now);
            case D30 -> Span.days(DAYS, now);
            case D365 -> Span.months(MONTHS, now);
            case CUSTOM -> Span.of(day(narrowed.from(now)), day(narrowed.to(now).minusMillis(1)));
        };
    }

    private static LocalDate day(Instant time) {
        return time.atZone(Format.ZONE).toLocalDate();
    }

    private List<Choice> dataTypes() {
        boolean english = visit.getLocale().getLanguage().equals("en");
        return directory.dataTypes().stream()
                .map(type -> new Choice(type.code(), english ? type.nameEn() : type.nameVi()))
                .toList();
    }
}
