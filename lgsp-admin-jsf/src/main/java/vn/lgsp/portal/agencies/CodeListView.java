package vn.lgsp.portal.agencies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.lgsp.model.registry.IdentifierCode;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.registry.boundary.CodeFilter;
import vn.lgsp.registry.boundary.CodeRow;
import vn.lgsp.registry.boundary.Codes;

/** Every identifier code that was ever issued (portal.md 4.2). */
@Named
@RequestScoped
public class CodeListView extends ListPage<CodeRow> {
    @Inject
    private Codes codes;

    @Override
    protected ListShape<CodeRow> shape() {
        return ListShape.<CodeRow>at(Paths.IDENTIFIERS, "codes.title", CodeRow::code)
                .hint("codes.hint")
                .empty("key", "codes.none", "codes.none.text")
                .filter(Filter.text("codes.text", "codes.text.hint"))
                .filter(Filter.choice(
                        "trang-thai", "identifier.state", choices("code-state", IdentifierCode.State.values())))
                .filter(Filter.agency())
                .column(Column.<CodeRow>main("identifier.code", CodeRow::code)
                        .link(row -> Paths.IDENTIFIER + "?ma=" + row.code())
                        .below(row -> row.codeQcvn() == null || row.codeQcvn().equals(row.code())
                                ? List.of()
                                : List.of(new Piece.Words(row.codeQcvn(), true))))
                .column(Column.<CodeRow>text("identifier.agency", CodeRow::agencyName))
                .column(Column.time("identifier.from", CodeRow::validFrom))
                .column(Column.time("identifier.to", CodeRow::validTo))
                .column(Column.<CodeRow>text(
                        "identifier.document", row -> row.document() == null ? "–" : row.document()))
                .column(Column.state(
                        "identifier.state",
                        row -> texts().of("code-state", row.state()),
                        row -> AgencyTones.of(row.state())))
                .column(Column.<CodeRow>text(
                        "identifier.successors", row -> row.successors() == null ? "–" : row.successors()));
    }

    @Override
    protected List<CodeRow> find(Selection narrowed, String after, int limit) {
        return codes.list(
                me().staff(),
                new CodeFilter(
                        narrowed.text("q"),
                        narrowed.constant("trang-thai", IdentifierCode.State.class),
                        narrowed.agency() == null ? null : narrowed.agency().id(),
                        after,
                        limit));
    }
}
