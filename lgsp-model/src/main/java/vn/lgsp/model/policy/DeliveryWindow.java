package vn.lgsp.model.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * When packets are announced (khung giờ): days of the week and hours in Viet Nam. A window whose end is not after its beginning lasts over
 * midnight and belongs to the day on which it begins; beginning and end alike are a whole day.
 *
 * @param days the days on which it begins, bit 0 for Monday; 1–127
 * @param from minute of the day, 0–1439
 * @param to minute of the day, 0–1439
 */
@Embeddable
public record DeliveryWindow(
        @Column(name = "window_days") int days,
        @Column(name = "window_from") int from,
        @Column(name = "window_to") int to) {
    /** The hours of all windows. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7;

    /** A window of these days and hours; seconds are left out. */
    public static DeliveryWindow of(Collection<DayOfWeek> days, LocalTime from, LocalTime to) {
        int bits = days.stream().mapToInt(day -> 1 << day.ordinal()).reduce(0, (a, b) -> a | b);
        return new DeliveryWindow(bits, from.toSecondOfDay() / 60, to.toSecondOfDay() / 60);
    }

    /** The days on which it begins. */
    public Set<DayOfWeek> daysOfWeek() {
        Set<DayOfWeek> found = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (begins(day)) {
                found.add(day);
            }
        }
        return found;
    }

    public LocalTime fromTime() {
        return LocalTime.ofSecondOfDay(from * 60L);
    }

    public LocalTime toTime() {
        return LocalTime.ofSecondOfDay(to * 60L);
    }

    /** The time itself when the window is open then, otherwise when it opens next. */
    public Instant next(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        // From the day before, whose window may still be open, to the same day of the next week.
        for (int ahead = -1; ahead <= WEEK; ahead++) {
            LocalDate date = local.toLocalDate().plusDays(ahead);
            ZonedDateTime opening = date.atTime(fromTime()).atZone(ZONE);
            boolean over = !local.isBefore(opening.plusMinutes(minutes()));
            if (begins(date.getDayOfWeek()) && !over) {
                return opening.isAfter(local) ? opening.toInstant() : at;
            }
        }
        throw new IllegalStateException("a window without days");
    }

    /** Says whether this window is open at no time at which the other is not. */
    public boolean within(DeliveryWindow other) {
        BitSet outside = week();
        outside.andNot(other.week());
        return outside.isEmpty();
    }

    /** How long it is open each time. */
    public Duration length() {
        return Duration.ofMinutes(minutes());
    }

    private int minutes() {
        return to > from ? to - from : to - from + DAY;
    }

    private boolean begins(DayOfWeek day) {
        return (days & 1 << day.ordinal()) != 0;
    }

    /** Each minute of the week in which it is open. */
    private BitSet week() {
        BitSet open = new BitSet(WEEK * DAY);
        for (DayOfWeek day : daysOfWeek()) {
            int begin = day.ordinal() * DAY + from;
            int end = begin + minutes();
            open.set(begin, Math.min(end, WEEK * DAY));
            // Sunday night goes on on Monday.
            open.set(0, Math.max(0, end - WEEK * DAY));
        }
        return open;
    }
}
