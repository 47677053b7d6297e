package vn.lgsp.portal.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.account.AccountState;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.account.Role;
import vn.lgsp.portal.list.BulkAct;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.sso.boundary.UserFilter;
import vn.lgsp.sso.boundary.UserRow;
import vn.lgsp.sso.boundary.Users;

/** The list of users (portal.md 12.1; Điều 7.1, 12.1). */
@Named
@RequestScoped
public class UserListView extends ListPage<UserRow> {
    @Inject
    private Users users;

    @Override
    protected ListShape<UserRow> shape() {
        ListShape<UserRow> shape = ListShape.<UserRow>at(
                        Paths.USERS, "users.title", row -> row.id().toString())
                .hint("users.hint")
                .empty("users", "users.none", "users.none.text")
                .filter(Filter.text("users.text", "users.text.hint"))
                .filter(Filter.choice("vai-tro", "user.role", choices("role", Role.values())))
                .filter(Filter.agency())
                .filter(Filter.choice("trang-thai", "user.state", choices("account-state", AccountState.values())))
                .column(Column.<UserRow>main("user.name", UserRow::fullName)
                        .link(row -> Paths.USER + "?ma=" + row.id())
                        .below(row -> List.of(new Piece.Words(row.username(), true))))
                .column(Column.<UserRow>text("user.agency", row -> row.agencyName() + " (" + row.agencyCode() + ")")
                        .shown(row -> List.of(new Piece.Words(row.agencyName(), false)))
                        .below(row -> List.of(new Piece.Words(row.agencyCode(), true))))
                .column(Column.<UserRow>text("user.roles", this::roles))
                .column(Column.state(
                        "user.state",
                        row -> texts().of("account-state", row.state()),
                        row -> UserTones.of(row.state())))
                .column(Column.<UserRow>text(
                        "user.factor", row -> texts().get(row.secondFactor() ? "user.factor.on" : "user.factor.off")))
                .column(Column.time("user.last-sign-in", UserRow::lastSignInAt));
        return isAdministrator()
                ? shape.bulk(new BulkAct("users.lock", "users.lock", true))
                        .bulk(new BulkAct("users.sign-out", "users.sign-out", false))
                : shape;
    }

    /** Whether to offer what only administrators may do; whether they may, the boundary decides. */
    public boolean isAdministrator() {
        return me().staff().may(Right.USERS_CHANGE);
    }

    @Override
    protected List<UserRow> find(Selection narrowed, String after, int limit) {
        return users.list(
                me().staff(),
                new UserFilter(
                        narrowed.text("q"),
                        narrowed.constant("vai-tro", Role.class),
                        narrowed.agency() == null ? null : narrowed.agency().code(),
                        narrowed.constant("trang-thai", AccountState.class),
                        after == null ? null : UUID.fromString(after),
                        limit));
    }

    private String roles(UserRow row) {
        return row.roles().stream().map(role -> texts().of("role", role)).collect(Collectors.joining(", "));
    }
}
