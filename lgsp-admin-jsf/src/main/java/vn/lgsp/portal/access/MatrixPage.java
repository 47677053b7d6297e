package vn.lgsp.portal.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.registry.boundary.AccessRequests;
import vn.lgsp.registry.boundary.AccessRequests.Cell;
import vn.lgsp.registry.boundary.AccessRightFilter;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;

/** Which agencies may send to which, of a few: those named in the address, else those of the newest rights (portal.md 4.5). */
@Named
@RequestScoped
public class MatrixPage {
    private static final int NEWEST = 20;

    @Inject
    private AccessRequests requests;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private List<AgencyView> agencies;
    private Map<String, Cell> cells;

    /** A source with its cells, in the order of the destinations; {@code mark} is may, waits, none or self. */
    public record Line(AgencyView source, List<String> marks) {}

    @PostConstruct
    void read() {
        Map<UUID, AgencyView> chosen = new LinkedHashMap<>();
        ids().limit(AccessRequests.MOST_IN_MATRIX)
                .forEach(id -> directory.byId(id).ifPresent(a -> chosen.put(id, a)));
        agencies = new ArrayList<>(chosen.values());
        cells = requests.matrix(me.staff(), new ArrayList<>(chosen.keySet()), null).stream()
                .collect(Collectors.toMap(cell -> cell.sourceId() + " " + cell.destinationId(), cell -> cell));
    }

    private Stream<UUID> ids() {
        return getNames().isEmpty()
                ? requests.list(me.staff(), AccessRightFilter.all(NEWEST)).stream()
                        .flatMap(right -> Stream.of(
                                right.source().agencyId(), right.destination().agencyId()))
                        .distinct()
                : Arrays.stream(getNames().split("[,;\\s]+"))
                        .flatMap(code -> directory.byCode(code).stream())
                        .map(AgencyView::id)
                        .distinct();
    }

    /** The codes that were typed. */
    public String getNames() {
        String value = request.getParameter("don-vi");
        return value == null
                ? ""
                : value.strip().substring(0, Math.min(500, value.strip().length()));
    }

    public List<AgencyView> getAgencies() {
        return agencies;
    }

    public List<Line> getLines() {
        return agencies.stream()
                .map(source -> new Line(
                        source,
                        agencies.stream()
                                .map(destination -> mark(source, destination))
                                .toList()))
                .toList();
    }

    private String mark(AgencyView source, AgencyView destination) {
        if (source.id().equals(destination.id())) {
            return "self";
        }
        Cell cell = cells.get(source.id() + " " + destination.id());
        return cell == null ? "none" : cell.allowed() ? "may" : "waits";
    }
}
