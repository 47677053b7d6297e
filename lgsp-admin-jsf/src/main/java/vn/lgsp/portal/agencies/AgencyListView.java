package vn.lgsp.portal.agencies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.registry.boundary.Agencies;
import vn.lgsp.registry.boundary.AgencyFilter;
import vn.lgsp.registry.boundary.AgencyRow;

/** Agencies as they are, or as they were on a day (Điều 5.11, 7.2). */
@Named
@RequestScoped
public class AgencyListView extends ListPage<AgencyRow> {
    private static final int LEVELS = 4;

    @Inject
    private Agencies agencies;

    @Override
    protected ListShape<AgencyRow> shape() {
        return ListShape.<AgencyRow>at(Paths.AGENCIES, "agencies.title", AgencyRow::codeQd20)
                .hint("agencies.hint")
                .empty("agency", "agencies.none", "agencies.none.text")
                .filter(Filter.text("agencies.text", "agencies.text.hint"))
                .filter(Filter.choice("cap", "agency.level", levels()))
                .filter(Filter.choice("loai", "agency.kind", kinds()))
                .filter(Filter.choice("trang-thai", "agency.state", choices("agency-state", Agency.State.values())))
                .filter(Filter.agency())
                .filter(Filter.day("tai-ngay", "agencies.as-of"))
                .column(Column.<AgencyRow>main("agency.name", AgencyRow::name)
                        .link(row -> Paths.AGENCY + "?ma=" + row.id())
                        .below(row ->
                                row.shortName() == null ? List.of() : List.of(new Piece.Words(row.shortName(), true))))
                .column(Column.<AgencyRow>code("agency.code", AgencyRow::code)
                        .below(row -> row.code().equals(row.codeQd20())
                                ? List.of()
                                : List.of(new Piece.Words(row.codeQd20(), true))))
                .column(Column.<AgencyRow>text("agency.level", row -> format().number(row.level())))
                .column(Column.<AgencyRow>text("agency.kind", row -> row.kind() == null ? "–" : row.kind()))
                .column(Column.<AgencyRow>text(
                        "agency.parent", row -> row.parentName() == null ? "–" : row.parentName()))
                .column(Column.state("agency.state", this::state, row -> AgencyTones.of(row.state())))
                .column(Column.<AgencyRow>text("agency.applications", row -> format().number(row.applications())));
    }

    private List<Choice> levels() {
        return IntStream.rangeClosed(1, LEVELS)
                .mapToObj(level ->
                        new Choice(Integer.toString(level), texts().with("agency.level.n", format().number(level))))
                .toList();
    }

    private List<Choice> kinds() {
        return agencies.kinds(me().staff()).stream()
                .map(kind -> new Choice(kind, kind))
                .toList();
    }

    /** How it stands, and how it ended. */
    private String state(AgencyRow row) {
        return row.ended() == null ? texts().of("agency-state", row.state()) : texts().of("agency-ending", row.ended());
    }

    /** Whether to offer what belongs to whoever looks after the directory; whether they may, the boundary decides. */
    public boolean isKeeper() {
        return me().staff().may(Right.DIRECTORY_CHANGE);
    }

    /** Whether what the list is narrowed to can be exported as a list that can be entered: it stands now. */
    public boolean isExportable() {
        return exported().isPresent();
    }

    /** What the list is narrowed to; empty when it is of another day, of closed agencies, or not clear. */
    public Optional<AgencyFilter> exported() {
        AgencyFilter filter = filter(selection(), null, 1);
        boolean clear = selection().text("don-vi") == null || filter.within() != null;
        return clear && filter.asOf() == null && filter.state() != Agency.State.CLOSED
                ? Optional.of(filter)
                : Optional.empty();
    }

    @Override
    protected List<AgencyRow> find(Selection narrowed, String after, int limit) {
        return agencies.list(me().staff(), filter(narrowed, after, limit));
    }

    private static AgencyFilter filter(Selection narrowed, String after, int limit) {
        String level = narrowed.text("cap");
        return new AgencyFilter(
                narrowed.text("q"),
                level == null ? null : Integer.valueOf(level),
                narrowed.text("loai"),
                null,
                narrowed.constant("trang-thai", Agency.State.class),
                narrowed.agency() == null ? null : narrowed.agency().id(),
                narrowed.endOf("tai-ngay"),
                after,
                limit);
    }
}
