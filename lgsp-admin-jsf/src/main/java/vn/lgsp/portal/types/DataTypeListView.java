package vn.lgsp.portal.types;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.registry.VersionState;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.registry.boundary.DataTypeVersionView;
import vn.lgsp.registry.boundary.DataTypeView;
import vn.lgsp.registry.boundary.DataTypes;

/** The list of data types (portal.md 5.3; Điều 3.6, 8.2). */
@Named
@RequestScoped
public class DataTypeListView extends ListPage<DataTypeView> {
    @Inject
    private DataTypes types;

    @Override
    protected ListShape<DataTypeView> shape() {
        return ListShape.<DataTypeView>at(Paths.DATA_TYPES, "types.title", DataTypeView::code)
                .hint("types.hint")
                .empty("code", "types.none", "types.none.text")
                .filter(Filter.text("types.text", "types.text.hint"))
                .column(Column.<DataTypeView>main("type.name", this::name)
                        .link(row -> Paths.DATA_TYPE + "?ma=" + row.code())
                        .below(row -> List.of(new Piece.Words(row.code(), true))))
                .column(Column.text("type.standard", this::standard))
                .column(Column.text(
                        "type.owner",
                        row -> row.owner() == null
                                ? texts().get("type.owner.platform")
                                : row.owner().name()))
                .column(Column.number(
                        "type.current",
                        row -> row.current() == null ? null : row.current().longValue()))
                .column(Column.state(
                        "type.state",
                        row -> texts().of("version-state", newest(row).state()),
                        row -> TypeTones.of(newest(row).state())))
                .column(Column.number("type.applications", DataTypeView::applications))
                .column(Column.number("type.rights", DataTypeView::rights));
    }

    private String name(DataTypeView row) {
        return texts().get("type.language").equals("en") ? row.nameEn() : row.nameVi();
    }

    private String standard(DataTypeView row) {
        String standard = newest(row).rules().standard();
        return standard == null ? row.protocol() : standard;
    }

    /** The version in force, or what there is instead. */
    private static DataTypeVersionView newest(DataTypeView row) {
        return row.versions().stream()
                .filter(version -> version.state() == VersionState.PUBLISHED)
                .findFirst()
                .orElse(row.versions().get(0));
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
