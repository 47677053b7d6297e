package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.routing.boundary.PacketOverview;

/** Counts packets: exactly, and by time, as long as they are not too many; otherwise as far as a list shows. */
@ApplicationScoped
public class PacketCounts {
    /** So many entries of an index are counted in some hundredths of a second. */
    private static final int COUNTABLE = 150_000;

    /** Of so many packets it is asked whether an agency receives them. */
    private static final int CHECKABLE = 3_000;

    /** More than nothing, and no more is known. */
    private static final PacketOverview UNKNOWN = new PacketOverview(0, true, List.of());

    private static final String BY_SLOT =
            "select width_bucket(found.id, cast(:slots as uuid[])), count(*) from (%s) found group by 1";

    @Inject
    private Reading reading;

    @Inject
    private ShortestWay way;

    @Inject
    private TitleSearch titles;

    /** Counts what is wanted, in slots that begin at these times, ascending. */
    PacketOverview overview(Wanted wanted, List<Instant> slots) {
        Map<String, Object> values = new HashMap<>();
        if (wanted.pattern() != null) {
            return withText(wanted, slots, values);
        }
        Candidates candidates = new Candidates(wanted);
        String all = candidates.all();
        values.putAll(candidates.values());
        switch (effort(wanted)) {
            case NONE -> {
                return UNKNOWN;
            }
            case CAPPED -> {
                return capped(candidates.some(), values);
            }
            case ALL -> {
                // below
            }
        }
        values.put("slots", begins(slots));
        return bySlot(reading.rows(BY_SLOT.formatted(all), values), slots.size());
    }

    private PacketOverview withText(Wanted wanted, List<Instant> slots, Map<String, Object> values) {
        int few = wanted.parties().isEmpty() ? TitleSearch.MANY : CHECKABLE;
        String hits = titles.hits(wanted, few + 1, values);
        String ofHits = titles.ofHits(wanted, few + 1, values);
        values.put("slots", begins(slots));
        List<?> rows = reading.rows(
                hits + "select -1, (select count(*) from hit) union all select * from (" + BY_SLOT.formatted(ofHits)
                        + ") counted",
                values);
        Object[] first = (Object[]) rows.get(0);
        if (number(first[1]) <= few) {
            return bySlot(rows.subList(1, rows.size()), slots.size());
        }
        return wanted.narrowed() || !wanted.parties().isEmpty()
                ? UNKNOWN
                : new PacketOverview(PacketOverview.MOST, true, List.of());
    }

    /** What can be counted: everything, as far as a list shows, or nothing in the time a page has. */
    private enum Effort {
        ALL,
        CAPPED,
        NONE
    }

    /** From about how many entries of indexes are looked at, and how many packets are expected among them. */
    private Effort effort(Wanted wanted) {
        if (wanted.parties().isEmpty()) {
            return way.asked(wanted) <= COUNTABLE ? Effort.ALL : Effort.CAPPED;
        }
        double theirs = wanted.parties().stream()
                .mapToDouble(parties -> way.agencies(wanted, parties))
                .min()
                .orElseThrow();
        if (wanted.parties().size() > 1) {
            return theirs <= CHECKABLE * 4.0 ? Effort.ALL : Effort.NONE;
        }
        double asked = wanted.narrowed() ? way.asked(wanted) : 0;
        if (theirs + asked <= COUNTABLE) {
            return Effort.ALL;
        }
        return wanted.narrowed() ? Effort.NONE : Effort.CAPPED;
    }

    private PacketOverview capped(String all, Map<String, Object> values) {
        // A packet between two of the agencies comes twice.
        values.put("most", 2 * PacketOverview.MOST + 1);
        long counted = number(reading.rows("select count(distinct id) from (" + all + " limit :most) found", values)
                .get(0));
        return new PacketOverview(Math.min(counted, PacketOverview.MOST), counted > PacketOverview.MOST, List.of());
    }

    private static PacketOverview bySlot(List<?> rows, int slots) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(slots, 0L));
        long total = 0;
        for (Object row : rows) {
            int slot = (int) number(((Object[]) row)[0]);
            long count = number(((Object[]) row)[1]);
            total += count;
            if (slot > 0) {
                counts.set(slot - 1, count);
            }
        }
        return new PacketOverview(Math.min(total, PacketOverview.MOST), total > PacketOverview.MOST, counts);
    }

    private static UUID[] begins(List<Instant> slots) {
        return slots.stream().map(Ids::floor).toArray(UUID[]::new);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
