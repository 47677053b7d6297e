package vn.lgsp.portal.packets;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.list.Choice;
import vn.lgsp.portal.list.Column;
import vn.lgsp.portal.list.Filter;
import vn.lgsp.portal.list.ListPage;
import vn.lgsp.portal.list.ListShape;
import vn.lgsp.portal.list.Period;
import vn.lgsp.portal.list.Piece;
import vn.lgsp.portal.list.Selection;
import vn.lgsp.portal.shell.Paths;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.PacketMonitor;
import vn.lgsp.routing.boundary.PacketOverview;

/** The list of packets, newest first (portal.md 2.1; Điều 5.11). */
@Named
@RequestScoped
public class PacketListView extends ListPage<PacketLine> {
    @Inject
    private PacketMonitor monitor;

    @Inject
    private Directory directory;

    @Inject
    private Visit visit;

    @Inject
    private PacketVolume volume;

    private PacketFilter filter;
    private PacketOverview overview;

    @Override
    protected ListShape<PacketLine> shape() {
        return ListShape.<PacketLine>at(Paths.PACKETS, "packets.title", line -> line.getRow()
                        .id()
                        .toString())
                .hint("packets.hint")
                .empty("packet", "packets.none", "packets.none.text")
                .filter(Filter.text("filter.text", "filter.text.hint"))
                .filter(Filter.agency())
                .filter(Filter.period(periods(), Period.H24))
                .filter(Filter.choice(
                        "huong", "filter.direction", choices("direction", PacketFilter.Direction.values())))
                .filter(Filter.choice("trang-thai", "packet.state", choices("packet-state", PacketState.values())))
                .filter(Filter.choice("do-khan", "packet.importance", importances()))
                .filter(Filter.choice("loai", "packet.data-type", dataTypes()))
                .column(Column.<PacketLine>main("packet.packet", this::title)
                        .link(PacketLine::getAddress)
                        .below(this::marks))
                .column(Column.<PacketLine>code(
                                "packet.id", line -> line.getRow().id().toString())
                        .exportedOnly())
                .column(Column.<PacketLine>text("packet.route", PacketLine::getRoute)
                        .shown(PacketLine::getParties))
                .column(Column.<PacketLine>text(
                                "packet.data-type", line -> line.getRow().dataType())
                        .exportedOnly())
                .column(Column.<PacketLine>text("packet.importance", line -> texts().of(
                                        "importance", line.getRow().importance()))
                        .exportedOnly())
                .column(Column.state(
                        "packet.state",
                        line -> texts().of("stage", line.getStage()),
                        line -> line.getStage().tone().css()))
                .column(Column.time("packet.created", line -> line.getRow().createdAt()))
                .column(Column.<PacketLine>time(
                                "packet.confirmed", line -> line.getRow().confirmedAt())
                        .exportedOnly())
                .column(Column.duration("packet.took", PacketLine::getTook))
                .column(Column.bytes("packet.size", line -> line.getRow().bytes()));
    }

    @Override
    protected List<PacketLine> find(Selection narrowed, String after, int limit) {
        UUID before = PacketLine.id(after);
        // The boundary answers one row more than the page has.
        PacketFilter.Page page = new PacketFilter.Page(before, limit - 1);
        return monitor.search(me().staff(), filter(narrowed), page).stream()
                .map(PacketLine::new)
                .toList();
    }

    @Override
    protected Chart chart(Selection narrowed) {
        return volume.chart(filter(narrowed), overview(narrowed), this::over);
    }

    @Override
    protected String count(Selection narrowed) {
        return volume.count(overview(narrowed));
    }

    private PacketOverview overview(Selection narrowed) {
        if (overview == null) {
            overview = whole() ? volume.overview(filter(narrowed), getRows()) : volume.overview(filter(narrowed));
        }
        return overview;
    }

    private PacketFilter filter(Selection narrowed) {
        if (filter == null) {
            filter = read(narrowed);
        }
        return filter;
    }

    private PacketFilter read(Selection narrowed) {
        Instant now = Instant.now();
        String text = narrowed.text("q");
        UUID id = PacketLine.id(text);
        // An id tells when its packet was made: it is found in whatever period.
        Instant from = id == null ? narrowed.from(now) : Ids.instant(id).minus(1, ChronoUnit.DAYS);
        Instant to = id == null ? narrowed.to(now) : Ids.instant(id).plus(1, ChronoUnit.DAYS);
        String importance = narrowed.text("do-khan");
        return new PacketFilter(
                from,
                to,
                narrowed.constant("huong", PacketFilter.Direction.class),
                narrowed.agency() == null ? null : narrowed.agency().code(),
                narrowed.text("loai"),
                importance == null ? null : Importance.byCode(importance).orElse(null),
                narrowed.constant("trang-thai", PacketState.class),
                text);
    }

    private String title(PacketLine line) {
        String title = line.getRow().title();
        return title == null || title.isEmpty() ? texts().get("packet.title.hidden") : title;
    }

    private List<Piece> marks(PacketLine line) {
        Importance importance = line.getRow().importance();
        Piece code = new Piece.Code(line.getRow().id().toString(), line.getShortId());
        Piece type = new Piece.Words(line.getRow().dataType(), true);
        return importance == Importance.NORMAL
                ? List.of(code, type)
                : List.of(
                        code,
                        type,
                        new Piece.Tag(
                                texts().of("importance", importance),
                                importance == Importance.URGENT ? "attention" : "error"));
    }

    private List<Choice> importances() {
        return Arrays.stream(Importance.values())
                .map(importance -> new Choice(importance.code(), texts().of("importance", importance)))
                .toList();
    }

    private List<Choice> dataTypes() {
        boolean english = visit.getLocale().getLanguage().equals("en");
        return directory.dataTypes().stream()
                .map(type -> new Choice(type.code(), english ? type.nameEn() : type.nameVi()))
                .toList();
    }
}
