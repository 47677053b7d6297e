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

    @Inject
    private Reading reading;

    @Inject
    private ShortestWay way;

    @Inject
    private TitleSearch titles;

    /** Counts what is wanted, in slots that begin at these times, ascending. */
    PacketOverview overview(Wanted asked, List<Instant> slots) {
        Wanted wanted = way.led(asked);
        Map<String, Object> values = new HashMap<>();
        if (wanted.pattern() != null) {
            return withText(wanted, slots, values);
        }
        Candidates candidates = new Candidates(wanted);
        String all = candidates.all();
        values.putAll(candidates.values());
        return work(wanted) <= COUNTABLE ? bySlot(all, values, slots) : capped(all, values);
    }

    private PacketOverview withText(Wanted wanted, List<Instant> slots, Map<String, Object> values) {
        if (titles.hits(wanted, TitleSearch.MANY + 1) <= TitleSearch.MANY) {
            return bySlot(titles.all(wanted, values), values, slots);
        }
        if (!wanted.narrowed() && wanted.parties().isEmpty()) {
            return new PacketOverview(PacketOverview.MOST, true, List.of());
        }
        Candidates candidates = new Candidates(wanted);
        values.put("pattern", wanted.pattern());
        String all = "select f.id from (" + candidates.all()
                + ") f join packet_search s on s.packet_id = f.id where s.title like :pattern escape '!'";
        values.putAll(candidates.values());
        return capped(all, values);
    }

    /** About how many entries of indexes are looked at to count everything. */
    private double work(Wanted wanted) {
        double asked = wanted.narrowed() || wanted.parties().isEmpty() ? way.asked(wanted) : Double.MAX_VALUE;
        return wanted.parties().isEmpty()
                ? asked
                : Math.min(asked, way.agencies(wanted, wanted.parties().get(0)));
    }

    private PacketOverview capped(String all, Map<String, Object> values) {
        values.put("most", PacketOverview.MOST + 1);
        long counted = ((Number) reading.rows("select count(*) from (" + all + " limit :most) found", values)
                        .get(0))
                .longValue();
        return new PacketOverview(Math.min(counted, PacketOverview.MOST), counted > PacketOverview.MOST, List.of());
    }

    private PacketOverview bySlot(String all, Map<String, Object> values, List<Instant> slots) {
        UUID[] begins = slots.stream().map(Ids::floor).toArray(UUID[]::new);
        values.put("slots", begins);
        List<?> rows = reading.rows(
                "select width_bucket(found.id, cast(:slots as uuid[])), count(*) from (" + all + ") found group by 1",
                values);
        List<Long> counts = new ArrayList<>(Collections.nCopies(slots.size(), 0L));
        long total = 0;
        for (Object row : rows) {
            int slot = ((Number) ((Object[]) row)[0]).intValue();
            long count = ((Number) ((Object[]) row)[1]).longValue();
            total += count;
            if (slot > 0) {
                counts.set(slot - 1, count);
            }
        }
        return new PacketOverview(Math.min(total, PacketOverview.MOST), total > PacketOverview.MOST, counts);
    }
}
