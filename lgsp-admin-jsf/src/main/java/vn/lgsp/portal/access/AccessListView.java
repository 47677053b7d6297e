package vn.lgsp.portal.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.registry.AccessRightState;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.AccessRequests;
import vn.lgsp.registry.boundary.AccessRightFilter;
import vn.lgsp.registry.boundary.ApplicationFilter.Side;
import vn.lgsp.registry.boundary.Directory;

/** The list of access rights, newest first (portal.md 4.5; Điều 7.1a, 10.2). */
@Named
@RequestScoped
public class AccessListView extends ListPage<RightLine> {
    @Inject
    private AccessRequests requests;

    @Inject
    private Directory directory;

    @Inject
    private Visit visit;

    @Override
    protected ListShape<RightLine> shape() {
        return ListShape.<RightLine>at(Paths.ACCESS_RIGHTS, "access.title", line -> line.getRight()
                        .id()
                        .toString())
                .hint("access.hint")
                .empty("shield", "access.none", "access.none.text")
                .filter(Filter.choice(
                        "trang-thai", "access.state", choices("access-right-state", AccessRightState.values())))
                .filter(Filter.agency())
                .filter(Filter.choice("huong", "access.side", choices("access-side", Side.values())))
                .filter(Filter.choice("loai", "packet.data-type", dataTypes()))
                .column(Column.main("access.right", RightLine::getEnds)
                        .link(RightLine::getPath)
                        .below(line -> List.of(new Piece.Words(
                                line.getRight().source().agencyCode() + " → "
                                        + line.getRight().destination().agencyCode(),
                                true))))
                .column(Column.text("access.source-kind", RightLine::getSourceKind)
                        .exportedOnly())
                .column(Column.text("access.destination-kind", RightLine::getDestinationKind)
                        .exportedOnly())
                .column(Column.text("access.what", RightLine::getWhat))
                .column(Column.text("access.quota", RightLine::getQuota))
                .column(Column.text("access.validity", RightLine::getValidity))
                .column(Column.<RightLine>text(
                                "access.document", line -> line.getRight().document())
                        .exportedOnly())
                .column(Column.state("access.state", RightLine::getState, RightLine::getTone))
                .column(Column.time("access.requested", line -> line.getRight().createdAt()));
    }

    /** Whether to offer a request; whether the person may, the boundary decides. */
    public boolean isRequester() {
        return me().staff().may(Right.ACCESS_REQUEST);
    }

    /** The list narrowed to who may send to the person's own agency. */
    public String getToMe() {
        return Paths.ACCESS_RIGHTS + "?trang-thai=APPROVED&huong=DESTINATION&don-vi="
                + directory.byId(me().staff().agencyId()).orElseThrow().code();
    }

    @Override
    protected List<RightLine> find(Selection narrowed, String after, int limit) {
        return requests
                .list(
                        me().staff(),
                        new AccessRightFilter(
                                narrowed.constant("trang-thai", AccessRightState.class),
                                narrowed.agency() == null
                                        ? null
                                        : narrowed.agency().id(),
                                narrowed.constant("huong", Side.class),
                                null,
                                narrowed.text("loai"),
                                after == null ? null : UUID.fromString(after),
                                limit))
                .stream()
                .map(right -> new RightLine(right, texts(), format()))
                .toList();
    }

    private List<Choice> dataTypes() {
        boolean english = visit.getLocale().getLanguage().equals("en");
        return directory.dataTypes().stream()
                .map(type -> new Choice(type.code(), english ? type.nameEn() : type.nameVi()))
                .toList();
    }
}
