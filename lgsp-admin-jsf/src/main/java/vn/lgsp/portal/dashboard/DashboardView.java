package vn.lgsp.portal.dashboard;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.packets.PacketLine;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.reporting.boundary.Backlog;
import vn.lgsp.reporting.boundary.Counts;
import vn.lgsp.reporting.boundary.Series;
import vn.lgsp.reporting.boundary.Span;
import vn.lgsp.reporting.boundary.Statistics;
import vn.lgsp.reporting.boundary.TrafficQuery;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.PacketMonitor;
import vn.lgsp.routing.boundary.PacketRow;

/** What the dashboard shows of packets, to those who may see packets. */
@Named
@RequestScoped
public class DashboardView {
    private static final int LATEST = 6;
    private static final int PROBLEMS = 3;
    private static final int HOURS = 24;
    private static final double MEDIAN = 0.5;

    @Inject
    private PacketMonitor monitor;

    @Inject
    private Statistics statistics;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    private Instant now;
    private Counts today;
    private Series lastDay;
    private Backlog backlog;
    private Chart chart;

    @PostConstruct
    void load() {
        now = Instant.now();
        today = statistics
                .series(me.staff(), TrafficQuery.of(Span.today(now)))
                .sent()
                .counts();
        lastDay = statistics.series(me.staff(), TrafficQuery.of(Span.hours(HOURS, now)));
        backlog = statistics.backlog(me.staff());
        chart = chart(lastDay.points());
    }

    /** What was sent since midnight. */
    public Counts getToday() {
        return today;
    }

    /** What is under way now. */
    public Backlog getBacklog() {
        return backlog;
    }

    public Chart getChart() {
        return chart;
    }

    /** Median from complete to confirmed; null when nothing was confirmed. */
    public Duration getMedian() {
        return lastDay.sent().times().quantile(MEDIAN).orElse(null);
    }

    /** The newest packets of the last 30 days. */
    public List<PacketLine> getLatest() {
        return search(null, 30, LATEST).limit(LATEST).map(PacketLine::new).toList();
    }

    /** The newest packets of the last week that did not arrive. */
    public List<PacketLine> getProblems() {
        return Stream.of(PacketState.UNDELIVERED, PacketState.QUARANTINED, PacketState.EXPIRED)
                .flatMap(state -> search(state, 7, PROBLEMS))
                .sorted(Comparator.comparing(PacketRow::createdAt).reversed())
                .limit(PROBLEMS)
                .map(PacketLine::new)
                .toList();
    }

    private Chart chart(List<Series.Point> hours) {
        return new Chart(
                texts.get("chart.title"),
                texts.get("chart.from"),
                Chart.Kind.BARS,
                hours.stream()
                        .map(hour -> new Chart.Slot(
                                format.hour(hour.start()),
                                format.hour(hour.start()) + " " + format.date(hour.start()),
                                null))
                        .toList(),
                List.of(
                        new Chart.Series(
                                texts.get("chart.requested"),
                                hours.stream()
                                        .map(hour ->
                                                (double) hour.sent().counts().requested())
                                        .toList(),
                                false),
                        new Chart.Series(
                                texts.get("chart.confirmed"),
                                hours.stream()
                                        .map(hour ->
                                                (double) hour.sent().counts().confirmed())
                                        .toList(),
                                false)),
                value -> format.decimal(value, 1));
    }

    private Stream<PacketRow> search(PacketState state, int days, int limit) {
        PacketFilter filter = new PacketFilter(
                now.minus(days, ChronoUnit.DAYS), now.plusSeconds(1), null, null, null, null, state, null);
        return monitor.search(me.staff(), filter, new PacketFilter.Page(null, limit)).stream();
    }
}
