package vn.lgsp.portal.keys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.boundary.AccessKeyLists;
import vn.lgsp.authentication.boundary.KeyFilter;
import vn.lgsp.authentication.boundary.KeyState;
import vn.lgsp.authentication.boundary.KeyView;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.portal.list.BulkAct;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Paths;

/** The list of keys, newest first (portal.md 4.6; Điều 7.1a, 10). */
@Named
@RequestScoped
public class KeyListView extends ListPage<KeyView> {
    @Inject
    private AccessKeyLists keys;

    @Override
    protected ListShape<KeyView> shape() {
        ListShape<KeyView> shape = ListShape.<KeyView>at(
                        Paths.KEYS, "keys.title", key -> key.id().toString())
                .hint("keys.hint")
                .empty("key", "keys.none", "keys.none.text")
                .filter(Filter.text("keys.text", "keys.text.hint"))
                .filter(Filter.agency())
                .filter(Filter.choice("trang-thai", "key.state", choices("key-state", KeyState.values())))
                .filter(Filter.choice("moi-truong", "key.environment", choices("environment", Environment.values())))
                .filter(Filter.choice("thuat-toan", "key.algorithm", KeyWords.algorithms(texts())))
                .column(Column.<KeyView>main("key.name", KeyWords::name)
                        .link(key -> Paths.KEY + "?ma=" + key.id())
                        .below(key -> List.of(new Piece.Words(
                                (key.name().isEmpty() ? "" : "…" + key.hint() + " · ")
                                        + texts().of("environment", key.environment()),
                                true))))
                .column(Column.<KeyView>code("key.access-key", KeyView::accessKey)
                        .exportedOnly())
                .column(Column.state(
                        "key.state", key -> texts().of("key-state", key.state()), key -> KeyWords.tone(key.state())))
                .column(Column.<KeyView>text("key.application", KeyView::applicationName)
                        .below(key -> List.of(new Piece.Words(key.agencyName(), true))))
                .column(Column.<KeyView>text("key.agency", KeyView::agencyName).exportedOnly())
                .column(Column.<KeyView>text("key.environment", key -> texts().of("environment", key.environment()))
                        .exportedOnly())
                .column(Column.<KeyView>text("key.algorithm", key -> KeyWords.algorithm(texts(), key.algorithm()))
                        .below(key -> List.of(new Piece.Words(KeyWords.scopes(texts(), key.scopes()), true))))
                .column(Column.<KeyView>text("key.scopes", key -> KeyWords.scopes(texts(), key.scopes()))
                        .exportedOnly())
                .column(Column.<KeyView>time("key.ends", KeyView::notAfter)
                        .shown(key -> List.of(new Piece.Words(
                                key.notAfter() == null ? "–" : format().date(key.notAfter()), key.notAfter() == null))))
                .column(Column.<KeyView>time("key.used", KeyView::lastUsedAt)
                        .shown(key -> List.of(new Piece.Words(
                                key.lastUsedAt() == null ? "–" : format().date(key.lastUsedAt()),
                                key.lastUsedAt() == null)))
                        .below(key -> key.lastUsedFrom() == null
                                ? List.of()
                                : List.of(new Piece.Words(key.lastUsedFrom(), true))))
                .column(Column.<KeyView>text("key.used-from", KeyView::lastUsedFrom)
                        .exportedOnly())
                .column(Column.<KeyView>time("key.created", KeyView::createdAt)
                        .shown(key -> List.of(new Piece.Words(format().date(key.createdAt()), false)))
                        .below(key -> List.of(new Piece.Words(
                                key.createdBy() == null ? texts().get("key.platform") : key.createdBy(), true))))
                .column(Column.<KeyView>text("key.created-by", KeyView::createdBy)
                        .exportedOnly());
        return isIssuer() ? shape.bulk(new BulkAct("access-key.revoke", "key.revoke", true)) : shape;
    }

    /** Whether to offer issuing keys; whether the person may, the boundary decides. */
    public boolean isIssuer() {
        return me().staff().may(Right.KEYS_TEST);
    }

    @Override
    protected List<KeyView> find(Selection narrowed, String after, int limit) {
        return keys.list(
                me().staff(),
                new KeyFilter(
                        narrowed.text("q"),
                        narrowed.agency() == null ? null : narrowed.agency().id(),
                        null,
                        narrowed.constant("moi-truong", Environment.class),
                        narrowed.constant("trang-thai", KeyState.class),
                        narrowed.text("thuat-toan"),
                        after == null ? null : UUID.fromString(after),
                        limit));
    }
}
