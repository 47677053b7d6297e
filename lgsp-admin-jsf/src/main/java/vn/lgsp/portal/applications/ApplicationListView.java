package vn.lgsp.portal.applications;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.registry.boundary.ApplicationFilter;
import vn.lgsp.registry.boundary.ApplicationRow;
import vn.lgsp.registry.boundary.Applications;

/** The list of applications (portal.md 4.4; Điều 4.1, 7.1a). */
@Named
@RequestScoped
public class ApplicationListView extends ListPage<ApplicationRow> {
    @Inject
    private Applications applications;

    @Override
    protected ListShape<ApplicationRow> shape() {
        return ListShape.<ApplicationRow>at(Paths.APPLICATIONS, "applications.title", row -> row.id()
                        .toString())
                .hint("applications.hint")
                .empty("application", "applications.empty", "applications.empty.text")
                .filter(Filter.text("applications.text", "applications.text.hint"))
                .filter(Filter.agency())
                .filter(Filter.choice(
                        "trang-thai", "application.state", choices("application-state", Application.State.values())))
                .filter(Filter.choice(
                        "moi-truong", "application.environment", choices("environment", Environment.values())))
                .filter(Filter.choice(
                        "loai", "application.kind", choices("application-kind", Application.Kind.values())))
                .filter(Filter.choice(
                        "vai-tro", "application.side", choices("application-side", ApplicationFilter.Side.values())))
                .filter(Filter.choice(
                        "kenh", "application.channel", choices("application-channel", Application.Channel.values())))
                .column(Column.<ApplicationRow>main("application.name", ApplicationRow::name)
                        .link(row -> Paths.APPLICATION + "?ma=" + row.id())
                        .below(row -> List.of(new Piece.Words(row.code(), true))))
                .column(Column.<ApplicationRow>code("application.code", ApplicationRow::code)
                        .exportedOnly())
                .column(Column.<ApplicationRow>text(
                                "application.agency", row -> row.agencyName() + " (" + row.agencyCode() + ")")
                        .shown(row -> List.of(new Piece.Words(row.agencyName(), false)))
                        .below(row -> List.of(new Piece.Words(row.agencyCode(), true))))
                .column(Column.<ApplicationRow>text(
                        "application.kind", row -> texts().of("application-kind", row.kind())))
                .column(Column.<ApplicationRow>text("application.side", this::sides))
                .column(Column.<ApplicationRow>text(
                        "application.environment", row -> texts().of("environment", row.environment())))
                .column(Column.<ApplicationRow>text(
                        "application.channel", row -> texts().of("application-channel", row.channel())))
                .column(Column.state(
                        "application.state",
                        row -> texts().of("application-state", row.state()),
                        row -> ApplicationTones.of(row.state())));
    }

    /** Whether to offer registering one; whether the person may, the boundary decides. */
    public boolean isRegistrar() {
        return me().staff().may(Right.APPLICATIONS_CHANGE);
    }

    @Override
    protected List<ApplicationRow> find(Selection narrowed, String after, int limit) {
        return applications.list(
                me().staff(),
                new ApplicationFilter(
                        narrowed.text("q"),
                        narrowed.agency() == null ? null : narrowed.agency().id(),
                        narrowed.constant("moi-truong", Environment.class),
                        narrowed.constant("trang-thai", Application.State.class),
                        narrowed.constant("loai", Application.Kind.class),
                        narrowed.constant("vai-tro", ApplicationFilter.Side.class),
                        narrowed.constant("kenh", Application.Channel.class),
                        after == null ? null : UUID.fromString(after),
                        limit));
    }

    private String sides(ApplicationRow row) {
        return texts().get(
                        row.sends() && row.receives()
                                ? "application.side.both"
                                : row.sends() ? "application-side.SOURCE" : "application-side.DESTINATION");
    }
}
