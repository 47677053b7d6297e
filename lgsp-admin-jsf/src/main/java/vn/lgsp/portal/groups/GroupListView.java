package vn.lgsp.portal.groups;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.account.Right;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.registry.boundary.GroupFilter;
import vn.lgsp.registry.boundary.GroupRow;
import vn.lgsp.registry.boundary.Groups;

/** The list of groups (portal.md 4.5; Điều 7.1a). */
@Named
@RequestScoped
public class GroupListView extends ListPage<GroupRow> {
    private static final String WAITING = "cho-duyet";

    @Inject
    private Groups groups;

    @Override
    protected ListShape<GroupRow> shape() {
        return ListShape.<GroupRow>at(
                        Paths.GROUPS, "groups.title", row -> row.id().toString())
                .hint("groups.hint")
                .empty("users", "groups.none", "groups.none.text")
                .filter(Filter.text("groups.text", "groups.text.hint"))
                .filter(Filter.agency())
                .filter(Filter.choice(
                        WAITING, "groups.waiting", List.of(new Choice("co", texts().get("groups.waiting.yes")))))
                .column(Column.<GroupRow>main("group.name", GroupRow::name)
                        .link(row -> Paths.GROUP + "?ma=" + row.id())
                        .below(row -> List.of(new Piece.Words(row.code(), true))))
                .column(Column.<GroupRow>text("group.owner", GroupRow::ownerName)
                        .below(row -> List.of(new Piece.Words(row.ownerCode(), true))))
                .column(Column.number("group.members", GroupRow::members))
                .column(Column.number("group.pending", GroupRow::pending))
                .column(Column.number("group.rights", GroupRow::rights));
    }

    /** Whether to offer making one; whether the person may, the boundary decides. */
    public boolean isRequester() {
        return me().staff().may(Right.ACCESS_REQUEST);
    }

    @Override
    protected List<GroupRow> find(Selection narrowed, String after, int limit) {
        return groups.search(
                me().staff(),
                new GroupFilter(
                        narrowed.text("q"),
                        narrowed.agency() == null ? null : narrowed.agency().id(),
                        narrowed.text(WAITING) != null,
                        after == null ? null : UUID.fromString(after),
                        limit));
    }
}
