package vn.lgsp.portal.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.reporting.boundary.Backlog;
import vn.lgsp.reporting.boundary.ConnectionFigures;
import vn.lgsp.reporting.boundary.Connections;
import vn.lgsp.reporting.boundary.Counts;
import vn.lgsp.reporting.boundary.Series;
import vn.lgsp.reporting.boundary.Span;
import vn.lgsp.reporting.boundary.Statistics;
import vn.lgsp.reporting.boundary.TrafficQuery;

/** The figures that several cards of the dashboard need, each read once for a page. */
@RequestScoped
public class Figures {
    private static final int HOURS = 24;
    private static final int MONTHS = 12;

    private final Instant now = Instant.now();

    @Inject
    private Statistics statistics;

    @Inject
    private Connections connections;

    @Inject
    private Me me;

    private Series day;
    private Series today;
    private Series year;
    private Backlog backlog;
    private ConnectionFigures connected;

    /** The moment that all figures are of. */
    public Instant now() {
        return now;
    }

    /** The last 24 hours. */
    public Series day() {
        if (day == null) {
            day = series(TrafficQuery.of(Span.hours(HOURS, now)));
        }
        return day;
    }

    /** Since midnight, without delivery times. */
    public Series today() {
        if (today == null) {
            today = counts(todayQuery());
        }
        return today;
    }

    /** The same hours of yesterday, without delivery times. */
    public Series yesterday() {
        return counts(todayQuery().compared());
    }

    /** The last twelve months, the present one included, without delivery times. */
    public Series year() {
        if (year == null) {
            year = counts(TrafficQuery.of(Span.months(MONTHS, now)));
        }
        return year;
    }

    /** What is under way. */
    public Backlog backlog() {
        if (backlog == null) {
            backlog = statistics.backlog(me.staff());
        }
        return backlog;
    }

    /** Who is connected. */
    public ConnectionFigures connected() {
        if (connected == null) {
            connected = connections.figures(me.staff());
        }
        return connected;
    }

    /** Whether there was no packet in a year. */
    public boolean none() {
        return year().sent().counts().equals(Counts.NONE)
                && year().received().counts().equals(Counts.NONE);
    }

    Series series(TrafficQuery query) {
        return statistics.series(me.staff(), query);
    }

    Series counts(TrafficQuery query) {
        return statistics.counts(me.staff(), query);
    }

    private TrafficQuery todayQuery() {
        return TrafficQuery.of(Span.today(now));
    }
}
