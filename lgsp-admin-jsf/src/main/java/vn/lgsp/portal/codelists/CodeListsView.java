package vn.lgsp.portal.codelists;

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
import vn.lgsp.registry.boundary.CodeListView;
import vn.lgsp.registry.boundary.CodeLists;
import vn.lgsp.registry.boundary.VersionView;

/** The lists of codes (portal.md 6.4; Điều 15.3). */
@Named
@RequestScoped
public class CodeListsView extends ListPage<CodeListView> {
    @Inject
    private CodeLists lists;

    @Inject
    private VersionWords words;

    @Override
    protected ListShape<CodeListView> shape() {
        ListShape<CodeListView> shape = ListShape.<CodeListView>at(
                        Paths.CODE_LISTS, "code-lists.title", CodeListView::code)
                .hint("code-lists.hint")
                .empty("list", "code-lists.none", "code-lists.none.text")
                .filter(Filter.text("code-lists.text", "types.text.hint"))
                .column(Column.<CodeListView>main("code-list.name", row -> words.name(row.nameVi(), row.nameEn()))
                        .link(row -> Paths.CODE_LIST + "?ma=" + row.code())
                        .below(row -> List.of(new Piece.Words(row.code(), true))));
        return words.columns(shape, CodeListView::owner, CodeListView::current, CodeListsView::shown)
                .column(Column.number(
                        "code-list.entries", row -> (long) shown(row).entries()))
                .column(Column.time("code-list.since", row -> shown(row).publishedAt()));
    }

    private static CodeListView.Version shown(CodeListView row) {
        return VersionView.shown(row.versions());
    }

    /** Whether to offer registering one; whether the person may, the boundary decides. */
    public boolean isKeeper() {
        return me().staff().may(Right.DATA_TYPES_CHANGE);
    }

    @Override
    protected List<CodeListView> find(Selection narrowed, String after, int limit) {
        return lists.list(me().staff(), narrowed.text("q"), after, limit);
    }
}
