package vn.lgsp.portal.types;

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
import vn.lgsp.registry.boundary.DataTypeView;
import vn.lgsp.registry.boundary.DataTypes;
import vn.lgsp.registry.boundary.VersionView;

/** The list of data types (portal.md 5.3; Điều 3.6, 8.2). */
@Named
@RequestScoped
public class DataTypeListView extends ListPage<DataTypeView> {
    @Inject
    private DataTypes types;

    @Inject
    private VersionWords words;

    @Override
    protected ListShape<DataTypeView> shape() {
        ListShape<DataTypeView> shape = ListShape.<DataTypeView>at(Paths.DATA_TYPES, "types.title", DataTypeView::code)
                .hint("types.hint")
                .empty("code", "types.none", "types.none.text")
                .filter(Filter.text("types.text", "types.text.hint"))
                .column(Column.<DataTypeView>main("type.name", row -> words.name(row.nameVi(), row.nameEn()))
                        .link(row -> Paths.DATA_TYPE + "?ma=" + row.code())
                        .below(row -> List.of(new Piece.Words(row.code(), true))))
                .column(Column.text("type.standard", DataTypeListView::standard));
        return words.columns(
                        shape, DataTypeView::owner, DataTypeView::current, row -> VersionView.shown(row.versions()))
                .column(Column.number("type.applications", DataTypeView::applications))
                .column(Column.number("type.rights", DataTypeView::rights));
    }

    private static String standard(DataTypeView row) {
        String standard = VersionView.shown(row.versions()).rules().standard();
        return standard == null ? row.protocol() : standard;
    }

    /** Whether to offer registering one; whether the person may, the boundary decides. */
    public boolean isKeeper() {
        return me().staff().may(Right.DATA_TYPES_CHANGE);
    }

    @Override
    protected List<DataTypeView> find(Selection narrowed, String after, int limit) {
        return types.list(me().staff(), narrowed.text("q"), after, limit);
    }
}
