package vn.lgsp.portal.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import vn.lgsp.model.error.ErrorTexts;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.reporting.boundary.ConnectionFigures;
import vn.lgsp.reporting.boundary.Counts;
import vn.lgsp.reporting.boundary.RefusalCount;
import vn.lgsp.reporting.boundary.Series;
import vn.lgsp.reporting.boundary.Statistics;
import vn.lgsp.reporting.boundary.TrafficQuery;

/** What operators watch: figures of today, traffic and delivery times by the hour, why requests fail. */
@Named
@RequestScoped
public class TrafficBoard {
    private static final int WEEK_OF_HOURS = 7 * 24;
    private static final int REASONS = 6;

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

    @Inject
    private Visit visit;

    private List<Kpi> today;
    private Chart traffic;
    private Chart times;
    private List<Reason> reasons;

    /** A reason with how often it came up. */
    public record Reason(String title, String code, long requests, long most) {}

    public List<Kpi> getKpis() {
        if (today == null) {
            today = today();
        }
        return today;
    }

    private List<Kpi> today() {
        Counts day = figures.day().sent().counts();
        ConnectionFigures connected = figures.connected();
        return List.of(
                kpis.compared(
                        "packet",
                        "kpi.today",
                        figures.today().sent().counts().completed(),
                        figures.yesterday().sent().counts().completed(),
                        "kpi.than-yesterday"),
                kpis.delivered("kpi.delivered", day),
                kpis.plain(
                        "application",
                        "kpi.online",
                        texts.with(
                                "kpi.of", format.number(connected.online()), format.number(connected.applications())),
                        texts.with("kpi.online.hint", format.number(connected.neverConnected()))),
                kpis.waiting("clock", "kpi.overdue", figures.backlog().overdue(), "kpi.overdue.hint"));
    }

    /** The last 24 hours with the same hours a week ago. */
    public Chart getTraffic() {
        if (traffic == null) {
            Series weekAgo =
                    figures.counts(TrafficQuery.of(figures.day().span()).earlier(WEEK_OF_HOURS));
            boolean known = weekAgo.sent().counts().completed() > 0;
            traffic = charts.traffic(
                    texts.get("chart.day"), figures.day(), known ? weekAgo : null, texts.get("chart.week-ago"));
        }
        return traffic;
    }

    public Chart getTimes() {
        if (times == null) {
            times = charts.times(figures.day());
        }
        return times;
    }

    /** Why requests were refused in the last 24 hours, the most frequent first. */
    public List<Reason> getReasons() {
        if (reasons == null) {
            reasons = reasons();
        }
        return reasons;
    }

    private List<Reason> reasons() {
        List<RefusalCount> refusals =
                statistics.refusals(me.staff(), figures.day().span(), REASONS);
        long most = refusals.isEmpty() ? 1 : refusals.get(0).requests();
        Locale locale = visit.getLocale();
        return refusals.stream()
                .map(refusal -> new Reason(
                        ErrorTexts.title(refusal.code(), locale), refusal.code().code(), refusal.requests(), most))
                .toList();
    }
}
