package vn.lgsp.portal.authentication;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.boundary.AuthenticationEventFilter;
import vn.lgsp.authentication.boundary.AuthenticationEventView;
import vn.lgsp.authentication.boundary.AuthenticationEvents;
import vn.lgsp.authentication.boundary.AuthenticationEvents.RefusalsOfDay;
import vn.lgsp.authentication.boundary.RefusalReason;
import vn.lgsp.model.authentication.SignatureScheme;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Period;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Paths;

/** The authentication log, newest first, with the refusals of each day by kind (portal.md 2.5). */
@Named
@RequestScoped
public class AuthenticationListView extends ListPage<AuthenticationEventView> {
    /** What a person may narrow the list to. */
    enum Result {
        REFUSED,
        ACCEPTED
    }

    @Inject
    private AuthenticationEvents events;

    @Override
    protected ListShape<AuthenticationEventView> shape() {
        return ListShape.<AuthenticationEventView>at(Paths.AUTHENTICATION, "authentication.title", entry -> entry.id()
                        .toString())
                .hint("authentication.hint")
                .empty("key", "authentication.none", "authentication.none.text")
                .filter(Filter.text("authentication.text", "authentication.text.hint"))
                .filter(Filter.choice("ket-qua", "authentication.result", choices("auth-result", Result.values())))
                .filter(Filter.choice("ly-do", "authentication.reason", choices("auth-reason", RefusalReason.values())))
                .filter(Filter.choice(
                        "cach", "authentication.scheme", choices("auth-scheme", SignatureScheme.values())))
                .filter(Filter.agency())
                .filter(Filter.period(periods(), Period.D7))
                .column(Column.<AuthenticationEventView>main("authentication.application", this::application)
                        .link(entry -> Paths.AUTHENTICATION_ENTRY + "?ma=" + entry.id())
                        .below(entry -> List.of(new Piece.Words(entry.method() + " " + entry.path(), true))))
                .column(Column.<AuthenticationEventView>text("authentication.agency", AuthenticationEventView::agency)
                        .exportedOnly())
                .column(Column.text("authentication.target", AuthenticationEventView::target))
                .column(Column.text("authentication.key-end", AuthenticationEventView::keyHint))
                .column(Column.text("authentication.algorithm", this::algorithm))
                .column(Column.state(
                        "authentication.result", this::result, entry -> entry.refused() ? "error" : "done"))
                .column(Column.<AuthenticationEventView>text(
                                "authentication.clause",
                                entry -> entry.refused() ? entry.reason().clause() : null)
                        .exportedOnly())
                .column(Column.number("authentication.repeats", entry -> (long) entry.repeats()))
                .column(Column.text("authentication.address", AuthenticationEventView::remoteAddress))
                .column(Column.time("authentication.at", AuthenticationEventView::at));
    }

    private String application(AuthenticationEventView entry) {
        return entry.application() == null ? texts().get("authentication.nobody") : entry.application();
    }

    private String algorithm(AuthenticationEventView entry) {
        return entry.scheme() == null ? null : texts().of("auth-scheme", entry.scheme()) + " · " + entry.algorithm();
    }

    private String result(AuthenticationEventView entry) {
        return entry.refused() ? texts().of("auth-reason", entry.reason()) : texts().of("auth-result", Result.ACCEPTED);
    }

    @Override
    protected List<AuthenticationEventView> find(Selection narrowed, String after, int limit) {
        return events.list(me().staff(), filter(narrowed, after == null ? null : UUID.fromString(after), limit));
    }

    @Override
    protected Chart chart(Selection narrowed) {
        Instant now = Instant.now();
        Instant from = narrowed.from(now);
        Instant to = narrowed.to(now);
        List<RefusalsOfDay> refusals = events.refusals(me().staff(), filter(narrowed, null, 1), from, to);
        List<LocalDate> days = LocalDate.ofInstant(from, Format.ZONE)
                .datesUntil(LocalDate.ofInstant(to, Format.ZONE).plusDays(1))
                .toList();
        List<Chart.Series> series = Arrays.stream(RefusalReason.Kind.values())
                .map(kind -> new Chart.Series(texts().of("auth-kind", kind), counts(days, refusals, kind), false))
                .toList();
        return new Chart(
                texts().get("authentication.chart"),
                texts().get("authentication.day"),
                Chart.Kind.BARS,
                days.stream()
                        .map(day -> new Chart.Slot(
                                day.getDayOfMonth() + "/" + day.getMonthValue(),
                                format().date(day.atStartOfDay(Format.ZONE).toInstant()),
                                null))
                        .toList(),
                series,
                value -> format().decimal(value, 0));
    }

    private static List<Double> counts(List<LocalDate> days, List<RefusalsOfDay> refusals, RefusalReason.Kind kind) {
        List<Double> counts = new ArrayList<>();
        for (LocalDate day : days) {
            counts.add((double) refusals.stream()
                    .filter(refused ->
                            refused.day().equals(day) && refused.reason().kind() == kind)
                    .mapToLong(RefusalsOfDay::number)
                    .sum());
        }
        return counts;
    }

    private static AuthenticationEventFilter filter(Selection narrowed, UUID after, int limit) {
        Instant now = Instant.now();
        Result result = narrowed.constant("ket-qua", Result.class);
        return new AuthenticationEventFilter(
                narrowed.agency() == null ? null : narrowed.agency().id(),
                null,
                result == null ? null : result == Result.REFUSED,
                narrowed.constant("ly-do", RefusalReason.class),
                narrowed.constant("cach", SignatureScheme.class),
                narrowed.text("q"),
                narrowed.from(now),
                narrowed.to(now),
                after,
                limit);
    }
}
