package vn.lgsp.portal.packets;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.lgsp.portal.shell.Format;

/**
 * A period cut into whole hours, days or weeks of Vietnam, so that there are few enough to see.
 *
 * @param step hours, days or weeks
 * @param starts when each begins, oldest first; the first may begin before the period
 */
record Slots(ChronoUnit step, List<Instant> starts) {
    private static final Duration HOURS_UNTIL = Duration.ofHours(50);
    private static final Duration DAYS_UNTIL = Duration.ofDays(62);

    /** Cuts a period. */
    static Slots of(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        ChronoUnit step = length.compareTo(HOURS_UNTIL) <= 0
                ? ChronoUnit.HOURS
                : length.compareTo(DAYS_UNTIL) <= 0 ? ChronoUnit.DAYS : ChronoUnit.WEEKS;
        List<Instant> starts = new ArrayList<>();
        ZonedDateTime start =
                from.atZone(Format.ZONE).truncatedTo(step == ChronoUnit.HOURS ? ChronoUnit.HOURS : ChronoUnit.DAYS);
        do {
            starts.add(start.toInstant());
            start = start.plus(1, step);
        } while (start.toInstant().isBefore(to));
        return new Slots(step, List.copyOf(starts));
    }

    /** The slot in which a time lies; -1 for none. */
    int of(Instant time) {
        int slot = starts.size() - 1;
        while (slot >= 0 && time.isBefore(starts.get(slot))) {
            slot--;
        }
        return slot;
    }

    /** The first day of a slot. */
    LocalDate first(int slot) {
        return starts.get(slot).atZone(Format.ZONE).toLocalDate();
    }

    /** The last day of a slot. */
    LocalDate last(int slot) {
        return step == ChronoUnit.WEEKS ? first(slot).plusDays(6) : first(slot);
    }
}
