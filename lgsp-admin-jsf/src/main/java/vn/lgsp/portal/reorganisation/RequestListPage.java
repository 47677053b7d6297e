package vn.lgsp.portal.reorganisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.registry.ReorganisationAct;
import vn.lgsp.model.registry.ReorganisationState;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.registry.boundary.ReorganisationFilter;
import vn.lgsp.registry.boundary.ReorganisationView;
import vn.lgsp.registry.boundary.Reorganisations;

/** The list of requests for reorganisation (Điều 7.2). */
@Named
@RequestScoped
public class RequestListPage extends ListPage<ReorganisationView> {
    @Inject
    private Reorganisations requests;

    @Override
    protected ListShape<ReorganisationView> shape() {
        return ListShape.<ReorganisationView>at(RequestPaths.LIST, "reorganisations.title", row -> row.id()
                        .toString())
                .hint("reorganisations.hint")
                .empty("reorganisation", "reorganisations.none", "reorganisations.none.text")
                .filter(Filter.text("reorganisations.text", "reorganisations.text.hint"))
                .filter(Filter.choice(
                        "buoc", "reorganisation.state", choices("reorganisation-state", ReorganisationState.values())))
                .filter(Filter.choice(
                        "loai", "reorganisation.acts", choices("reorganisation-act", ReorganisationAct.values())))
                .column(Column.<ReorganisationView>main("reorganisation.title", ReorganisationView::title)
                        .link(row -> RequestPaths.details(row.id()))
                        .below(row -> List.of(new Piece.Words(row.number(), true))))
                .column(Column.<ReorganisationView>code("reorganisation.number", ReorganisationView::number)
                        .exportedOnly())
                .column(Column.<ReorganisationView>text("reorganisation.acts", this::acts))
                .column(Column.<ReorganisationView>text("reorganisation.agency", ReorganisationView::agencyName)
                        .below(row -> List.of(new Piece.Words(row.agencyCode(), true))))
                .column(Column.<ReorganisationView>text(
                        "reorganisation.effective", row -> format().date(row.effectiveAt())))
                .column(Column.state(
                        "reorganisation.state",
                        row -> texts().of("reorganisation-state", row.state()),
                        row -> RequestTones.of(row.state())))
                .column(Column.<ReorganisationView>text(
                        "reorganisation.requested-by", ReorganisationView::requestedBy));
    }

    /** Whether to offer drafting; whether the person may, the boundary decides. */
    public boolean isRequester() {
        return me().staff().may(Right.REORGANISATIONS_REQUEST);
    }

    @Override
    protected List<ReorganisationView> find(Selection narrowed, String after, int limit) {
        return requests.list(
                me().staff(),
                new ReorganisationFilter(
                        narrowed.text("q"),
                        narrowed.constant("buoc", ReorganisationState.class),
                        narrowed.constant("loai", ReorganisationAct.class),
                        after == null ? null : UUID.fromString(after),
                        limit));
    }

    private String acts(ReorganisationView row) {
        return row.acts().stream()
                .map(act -> texts().of("reorganisation-act", act))
                .collect(Collectors.joining(", "));
    }
}
