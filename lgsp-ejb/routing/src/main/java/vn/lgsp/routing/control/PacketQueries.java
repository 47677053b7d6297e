package vn.lgsp.routing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.packet.Delivery;
import vn.lgsp.model.packet.Packet;
import vn.lgsp.registry.boundary.AgencyView;
import vn.lgsp.registry.boundary.Directory;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.PacketJourney;
import vn.lgsp.routing.boundary.PacketOverview;
import vn.lgsp.routing.boundary.PacketRow;

/** Reads packets for people: keyset pages over the monthly partitions, each statement within its limit of time. */
@ApplicationScoped
public class PacketQueries {
    private static final Duration LIST = Duration.ofSeconds(10);
    private static final Duration COUNT = Duration.ofSeconds(1);

    @Inject
    private Reading reading;

    @Inject
    private ShortestWay way;

    @Inject
    private TitleSearch titles;

    @Inject
    private PacketLines lines;

    @Inject
    private PacketCounts counts;

    @Inject
    private Steps steps;

    @EJB
    private Directory directory;

    @Inject
    private Packets packets;

    @Inject
    private PacketPolicies policies;

    /** One page of packets, newest first, and one row more when there are more. */
    public List<PacketRow> search(Scope.Agencies scope, PacketFilter filter, PacketFilter.Page page) {
        Optional<Wanted> wanted = wanted(scope, filter);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return reading.within(LIST, () -> page(after(wanted.get(), page.before()), page.limit() + 1));
    }

    /** How many there are and when they were. */
    public PacketOverview overview(Scope.Agencies scope, PacketFilter filter, List<Instant> slots) {
        return wanted(scope, filter)
                .map(wanted -> reading.within(COUNT, () -> counts.overview(wanted, slots)))
                .orElse(new PacketOverview(0, false, List.of()));
    }

    /** One packet with everything that may be shown; empty when there is none in scope. */
    public Optional<PacketJourney> journey(Scope.Agencies scope, UUID packetId) {
        List<PacketRow> rows = reading.within(LIST, () -> page(Wanted.one(scope, packetId), 1));
        return rows.stream().findFirst().map(row -> {
            Packet packet = packets.read(packetId);
            List<Delivery> seen = packets.deliveries(packetId).stream()
                    .filter(delivery ->
                            sees(scope, packet.sourceAgencyId()) || sees(scope, delivery.destinationAgencyId()))
                    .toList();
            return new PacketJourney(
                    row,
                    packet.protocol(),
                    directory
                            .application(packet.sourceApplicationId())
                            .orElseThrow()
                            .code(),
                    seen.stream().map(this::line).toList(),
                    packet.notBefore(),
                    packet.deadline(),
                    policies.view(packetId),
                    packets.files(packetId).stream()
                            .map(file -> new PacketJourney.FileRow(
                                    file.name(), file.mediaType(), file.size(), file.digest()))
                            .toList(),
                    steps.of(packetId, seen.stream().map(Delivery::id).collect(Collectors.toSet())));
        });
    }

    private static boolean sees(Scope.Agencies scope, UUID agency) {
        return scope.everything() || scope.ids().contains(agency);
    }

    private PacketJourney.DeliveryLine line(Delivery delivery) {
        AgencyView agency = directory.byId(delivery.destinationAgencyId()).orElseThrow();
        return new PacketJourney.DeliveryLine(
                delivery.id(),
                agency.code(),
                agency.name(),
                directory
                        .application(delivery.destinationApplicationId())
                        .orElseThrow()
                        .code(),
                delivery.state(),
                delivery.reason(),
                delivery.updatedAt(),
                delivery.confirmedAt());
    }

    private List<PacketRow> page(Wanted wanted, int limit) {
        if (wanted.pattern() != null) {
            return lines.of(titles.newest(wanted, limit), wanted);
        }
        Map<String, Object> values = new HashMap<>();
        String ids = way.newest(wanted, limit, values);
        return lines.of(ids, values, wanted);
    }

    /** Empty when the filter names an agency that does not exist. */
    private Optional<Wanted> wanted(Scope.Agencies scope, PacketFilter filter) {
        if (filter.agency() == null) {
            return Optional.of(Wanted.of(scope, filter, null));
        }
        return directory.byCode(filter.agency()).map(AgencyView::id).map(agency -> Wanted.of(scope, filter, agency));
    }

    private static Wanted after(Wanted wanted, UUID before) {
        return before == null || before.compareTo(wanted.high()) > 0 ? wanted : wanted.between(wanted.low(), before);
    }
}
