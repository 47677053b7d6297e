package vn.lgsp.portal.transformations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.lgsp.model.account.Right;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.versions.VersionWords;
import vn.lgsp.registry.boundary.TransformationView;
import vn.lgsp.registry.boundary.Transformations;
import vn.lgsp.registry.boundary.VersionView;

/** The transformations (portal.md 5.4; Điều 8.4, 2.1). */
@Named
@RequestScoped
public class TransformationListView extends ListPage<TransformationView> {
    @Inject
    private Transformations transformations;

    @Inject
    private VersionWords words;

    @Override
    protected ListShape<TransformationView> shape() {
        return ListShape.<TransformationView>at(
                        Paths.TRANSFORMATIONS, "transformations.title", TransformationView::code)
                .hint("transformations.hint")
                .empty("arrow", "transformations.none", "transformations.none.text")
                .filter(Filter.text("transformations.text", "types.text.hint"))
                .column(Column.<TransformationView>main(
                                "transformation.name", row -> words.name(row.nameVi(), row.nameEn()))
                        .link(row -> Paths.TRANSFORMATION + "?ma=" + row.code())
                        .below(row -> List.of(new Piece.Words(row.code(), true))))
                .column(Column.text(
                        "transformation.ends",
                        row -> row.ends().fromType() + " → " + row.ends().toType()))
                .column(Column.text("transformation.kind", row -> texts().of(
                                "transformation-kind",
                                VersionView.shown(row.versions()).kind())))
                .column(Column.number("version.number", row ->
                        (long) VersionView.shown(row.versions()).number()))
                .column(Column.state(
                        "version.state",
                        row -> texts().of(
                                        "version-state",
                                        VersionView.shown(row.versions()).state()),
                        row -> words.tone(VersionView.shown(row.versions()).state())))
                .column(Column.number("transformation.takers", row -> (long) row.takers()));
    }

    /** Whether to offer drafting one; whether the person may, the boundary decides. */
    public boolean isKeeper() {
        return me().staff().may(Right.TRANSFORMATIONS_CHANGE);
    }

    @Override
    protected List<TransformationView> find(Selection narrowed, String after, int limit) {
        return transformations.list(me().staff(), narrowed.text("q"), after, limit);
    }
}
