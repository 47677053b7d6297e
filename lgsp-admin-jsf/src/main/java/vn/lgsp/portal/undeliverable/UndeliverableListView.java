package vn.lgsp.portal.undeliverable;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.packet.Undeliverable.Reason;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.list.BulkAct;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Period;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.routing.boundary.UndeliverableDesk;
import vn.lgsp.routing.boundary.UndeliverableFilter;
import vn.lgsp.routing.boundary.UndeliverableView;
import vn.lgsp.routing.boundary.UndeliverableView.Stand;

/** The list of what could not be delivered (portal.md 2.3; Điều 5.9). */
@Named
@RequestScoped
public class UndeliverableListView extends ListPage<UndeliverableView> {
    @Inject
    private UndeliverableDesk desk;

    @Override
    protected ListShape<UndeliverableView> shape() {
        ListShape<UndeliverableView> shape = ListShape.<UndeliverableView>at(
                        Paths.UNDELIVERABLE, "undeliverable.title", entry -> entry.deliveryId()
                                .toString())
                .hint("undeliverable.hint")
                .empty("done", "undeliverable.none", "undeliverable.none.text")
                .filter(Filter.choice(
                        "nguyen-nhan", "undeliverable.reason", choices("undeliverable-reason", Reason.values())))
                .filter(Filter.choice(
                        "quyet-dinh", "undeliverable.decision", choices("undeliverable-stand", Stand.values())))
                .filter(Filter.agency())
                .filter(Filter.period(periods(), Period.D30))
                .column(Column.<UndeliverableView>main("packet.packet", UndeliverableView::title)
                        .link(entry -> Paths.UNDELIVERABLE_ENTRY + "?ma=" + entry.deliveryId())
                        .below(entry -> List.of(new Piece.Words(entry.dataType(), true))))
                .column(Column.<UndeliverableView>text("packet.route", UndeliverableListView::route)
                        .shown(UndeliverableListView::parties))
                .column(Column.state(
                        "undeliverable.reason",
                        entry -> texts().of("undeliverable-reason", entry.reason()),
                        entry -> UndeliverableTones.of(entry)))
                .column(Column.time("undeliverable.since", UndeliverableView::since))
                .column(Column.time("undeliverable.told", UndeliverableView::toldAt)
                        .exportedOnly())
                .column(Column.<UndeliverableView>text("undeliverable.decision", this::decision)
                        .below(this::deadline))
                .column(Column.time("undeliverable.deadline", UndeliverableView::deadline)
                        .exportedOnly());
        return me().staff().may(Right.PACKETS_REMIND)
                ? shape.bulk(new BulkAct("undeliverable.remind", "undeliverable.remind", false))
                : shape;
    }

    private static String route(UndeliverableView entry) {
        return entry.source().name() + " (" + entry.source().agency() + ") → "
                + entry.destination().name() + " (" + entry.destination().agency() + ")";
    }

    private static List<Piece> parties(UndeliverableView entry) {
        return List.of(
                new Piece.Party(entry.source().name(), entry.source().agency(), false),
                new Piece.Party(entry.destination().name(), entry.destination().agency(), true));
    }

    private String decision(UndeliverableView entry) {
        return entry.decision() == null
                ? texts().of("undeliverable-stand", entry.stand())
                : texts().of("undeliverable-decision", entry.decision());
    }

    private List<Piece> deadline(UndeliverableView entry) {
        return entry.deadline() == null
                ? List.of()
                : List.of(new Piece.Words(
                        texts().with("undeliverable.until", format().dateTime(entry.deadline())), false));
    }

    @Override
    protected List<UndeliverableView> find(Selection narrowed, String after, int limit) {
        return desk.search(me().staff(), filter(narrowed, after == null ? null : UUID.fromString(after), limit));
    }

    @Override
    protected Chart chart(Selection narrowed) {
        Map<Reason, Long> counts = desk.reasons(me().staff(), filter(narrowed, null, 1));
        // Those that nothing failed for would only push the others out of a telephone's screen.
        List<Reason> reasons = Arrays.stream(Reason.values())
                .filter(reason -> counts.getOrDefault(reason, 0L) > 0)
                .toList();
        return new Chart(
                texts().get("undeliverable.chart"),
                texts().get("undeliverable.reason"),
                Chart.Kind.GROUPS,
                reasons.stream()
                        .map(reason -> new Chart.Slot(
                                texts().of("undeliverable-reason", reason),
                                texts().of("undeliverable-reason", reason),
                                Paths.UNDELIVERABLE + "?nguyen-nhan=" + reason.name()))
                        .toList(),
                List.of(new Chart.Series(
                        texts().get("undeliverable.number"),
                        reasons.stream()
                                .map(reason -> counts.get(reason).doubleValue())
                                .toList(),
                        false)),
                value -> format().decimal(value, 0));
    }

    private static UndeliverableFilter filter(Selection narrowed, UUID after, int limit) {
        Instant now = Instant.now();
        return new UndeliverableFilter(
                narrowed.from(now),
                narrowed.to(now),
                narrowed.constant("nguyen-nhan", Reason.class),
                narrowed.constant("quyet-dinh", Stand.class),
                narrowed.agency() == null ? null : narrowed.agency().id(),
                after,
                limit);
    }
}
