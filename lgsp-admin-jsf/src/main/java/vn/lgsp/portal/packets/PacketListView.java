package vn.lgsp.portal.packets;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.PacketMonitor;
import vn.lgsp.routing.boundary.PacketRow;

/** The list of packets: everything it shows stands in its address. */
@Named
@RequestScoped
public class PacketListView {
    private static final int LINES = 25;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int CHOICES = 8;

    @Inject
    private PacketMonitor monitor;

    @Inject
    private Directory directory;

    @Inject
    private Me me;

    @Inject
    @RequestParameterMap
    private Map<String, String> parameters;

    private PacketQuery query;
    private List<AgencyView> agencies = List.of();
    private List<PacketRow> found = List.of();

    @PostConstruct
    void search() {
        query = PacketQuery.of(parameters);
        if (query.agency() != null) {
            agencies = AgencyCode.parse(query.agency()).isPresent()
                    ? directory.byCode(query.agency()).map(List::of).orElse(List.of())
                    : directory.search(query.agency(), CHOICES);
        }
        if (query.agency() == null || agencies.size() == 1) {
            PacketFilter filter =
                    query.filter(agencies.isEmpty() ? null : agencies.get(0).code(), Instant.now());
            found = monitor.search(me.staff(), filter, new PacketFilter.Page(query.before(), LINES));
        }
    }

    public List<PacketLine> getLines() {
        return found.stream().limit(LINES).map(PacketLine::new).toList();
    }

    /** The agencies that the text typed can mean, when it is not clear which. */
    public List<AgencyChoice> getChoices() {
        return agencies.size() < 2
                ? List.of()
                : agencies.stream()
                        .map(agency -> new AgencyChoice(agency.name(), agency.code(), query.withAgency(agency.code())))
                        .toList();
    }

    /** One agency to choose, with the address of the list of its packets. */
    public record AgencyChoice(String name, String code, String address) {}

    /** Why there is nothing to show: {@code agency}, {@code choose}, {@code filter}, {@code period}, {@code end}; null when there is. */
    public String getEmptiness() {
        if (!found.isEmpty()) {
            return null;
        }
        if (query.agency() != null && agencies.size() != 1) {
            return agencies.isEmpty() ? "agency" : "choose";
        }
        if (!query.anchors().isEmpty()) {
            return "end";
        }
        return query.narrowed() ? "filter" : "period";
    }

    public boolean isNarrowed() {
        return query.narrowed() || query.period() != Period.H24;
    }

    /** The address of older packets; null when these are the oldest. */
    public String getOlder() {
        return found.size() > LINES ? query.older(found.get(LINES - 1).id()) : null;
    }

    /** The address of the page before; null on the first. */
    public String getNewer() {
        return query.anchors().isEmpty() ? null : query.newer();
    }

    public String getFirst() {
        return query.first();
    }

    /** The address of the same list over the last year. */
    public String getWider() {
        return query.withPeriod(Period.D365);
    }

    public int getPage() {
        return query.anchors().size() + 1;
    }

    /** The code of the agency when the text typed was found to mean one. */
    public String getAgency() {
        return agencies.size() == 1 ? agencies.get(0).code() : query.agency();
    }

    /** Name of that agency; null when not clear. */
    public String getAgencyName() {
        return agencies.size() == 1 ? agencies.get(0).name() : null;
    }

    public String getPeriod() {
        return query.period().code();
    }

    public boolean isCustomPeriod() {
        return query.period() == Period.CUSTOM;
    }

    /** The first day as it was typed. */
    public String getFrom() {
        return day(query.from(), "tu");
    }

    /** The last day as it was typed. */
    public String getTo() {
        return day(query.to(), "den");
    }

    /** Whether the first day cannot be read. */
    public boolean isFromWrong() {
        return query.from() == null && !getFrom().isBlank();
    }

    /** Whether the last day cannot be read. */
    public boolean isToWrong() {
        return query.to() == null && !getTo().isBlank();
    }

    private String day(LocalDate read, String parameter) {
        return read == null ? parameters.getOrDefault(parameter, "") : DAY.format(read);
    }

    public String getDirection() {
        return query.direction() == null ? "" : query.direction().name();
    }

    public String getDataType() {
        return query.dataType();
    }

    public String getImportance() {
        return query.importance() == null ? "" : query.importance().code();
    }

    public String getState() {
        return query.state() == null ? "" : query.state().name();
    }

    public String getText() {
        return query.text();
    }
}
