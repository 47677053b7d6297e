package vn.lgsp.portal.packets;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.portal.chart.Chart;
import vn.lgsp.portal.list.Days;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Me;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.Scope;
import vn.lgsp.reporting.boundary.Grain;
import vn.lgsp.reporting.boundary.Series;
import vn.lgsp.reporting.boundary.Span;
import vn.lgsp.reporting.boundary.Statistics;
import vn.lgsp.reporting.boundary.TrafficQuery;
import vn.lgsp.routing.boundary.PacketFilter;
import vn.lgsp.routing.boundary.PacketMonitor;
import vn.lgsp.routing.boundary.PacketOverview;

/**
 * How many packets a list has and when they were: from the page itself where it shows all, counted where they are not too many, else from the
 * roll-ups where these know the filters. What would take too long is left out; the list is there all the same.
 */
@RequestScoped
public class PacketVolume {
    @Inject
    private PacketMonitor monitor;

    @Inject
    private Statistics statistics;

    @Inject
    private Scope scope;

    @Inject
    private Me me;

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    /** Counts the packets of a filter. */
    PacketOverview overview(PacketFilter filter) {
        Slots slots = Slots.of(filter.from(), filter.to());
        try {
            PacketOverview counted = monitor.overview(me.staff(), filter, slots.starts());
            return counted.slots().isEmpty() && rolledUp(filter)
                    ? new PacketOverview(counted.packets(), counted.more(), fromRollUps(filter, slots))
                    : counted;
        } catch (LgspException tooSlow) {
            if (tooSlow.code() != ErrorCode.SEARCH_TOO_SLOW) {
                throw tooSlow;
            }
            return new PacketOverview(0, true, List.of());
        }
    }

    /** Counts packets that are all at hand. */
    PacketOverview overview(PacketFilter filter, List<PacketLine> all) {
        Slots slots = Slots.of(filter.from(), filter.to());
        List<Long> counts = new ArrayList<>(Collections.nCopies(slots.starts().size(), 0L));
        for (PacketLine line : all) {
            int slot = slots.of(line.getRow().createdAt());
            if (slot >= 0) {
                counts.set(slot, counts.get(slot) + 1);
            }
        }
        return new PacketOverview(all.size(), false, counts);
    }

    /** Draws the packets over time; a day or a week leads to the list of it. Null when they were not counted by time. */
    Chart chart(PacketFilter filter, PacketOverview overview, BiFunction<LocalDate, LocalDate, String> address) {
        if (overview.slots().isEmpty()) {
            return null;
        }
        Slots slots = Slots.of(filter.from(), filter.to());
        List<Chart.Slot> places = new ArrayList<>();
        for (int i = 0; i < slots.starts().size(); i++) {
            places.add(place(slots, i, address));
        }
        List<Double> values = overview.slots().stream().map(Long::doubleValue).toList();
        return new Chart(
                texts.get("packets.chart"),
                texts.get("packets.chart.time"),
                Chart.Kind.BARS,
                places,
                List.of(new Chart.Series(texts.get("packets.chart.packets"), values, false)),
                value -> format.decimal(value, 0));
    }

    /** {@code 1.234}, {@code 10.000+}; null when counting took too long. */
    String count(PacketOverview overview) {
        if (overview.more()) {
            return overview.packets() == 0 ? null : format.number(overview.packets()) + "+";
        }
        return format.number(overview.packets());
    }

    private Chart.Slot place(Slots slots, int slot, BiFunction<LocalDate, LocalDate, String> address) {
        Instant start = slots.starts().get(slot);
        String day = Days.write(slots.first(slot));
        String label = day.substring(0, 5);
        return switch (slots.step()) {
            case HOURS -> new Chart.Slot(format.hour(start), format.hour(start) + " " + day, null);
            case WEEKS ->
                new Chart.Slot(
                        label,
                        day + " – " + Days.write(slots.last(slot)),
                        address.apply(slots.first(slot), slots.last(slot)));
            default -> new Chart.Slot(label, day, address.apply(slots.first(slot), slots.last(slot)));
        };
    }

    /** The roll-ups know nothing of states, importance and titles, and count what agencies exchange among themselves on both sides. */
    private boolean rolledUp(PacketFilter filter) {
        Staff staff = me.staff();
        boolean narrowed = filter.agency() != null
                || filter.importance() != null
                || filter.state() != null
                || filter.text() != null;
        return !narrowed && (filter.direction() != null || scope.readable(staff).everything());
    }

    private List<Long> fromRollUps(PacketFilter filter, Slots slots) {
        Grain grain = slots.step() == java.time.temporal.ChronoUnit.HOURS ? Grain.HOUR : Grain.DAY;
        Instant last = filter.to().minusMillis(1);
        LocalDate end = last.atZone(Format.ZONE).toLocalDate().plusDays(1);
        Span span =
                new Span(slots.starts().get(0), end.atStartOfDay(Format.ZONE).toInstant(), grain, 1);
        Series series = statistics.counts(me.staff(), new TrafficQuery(span, null, null, filter.dataType()));
        List<Long> counts = new ArrayList<>(Collections.nCopies(slots.starts().size(), 0L));
        for (Series.Point point : series.points()) {
            int slot = slots.of(point.start());
            long requested = (filter.direction() == PacketFilter.Direction.RECEIVED ? point.received() : point.sent())
                    .counts()
                    .requested();
            counts.set(slot, counts.get(slot) + requested);
        }
        return counts;
    }
}
