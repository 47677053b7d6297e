package vn.lgsp.sample.control;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** When a province writes to itself: on working days, most from 8 to 11 and from 14 to half past 16, Vietnam time. */
final class Days {
    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    /** The days that the sample goes back, today included. */
    static final int DAYS = 45;

    private static final int SLOTS = 48;
    /** How much is sent in each half hour of a working day. */
    private static final double[] OFFICE = {
        0.05, 0.03, 0.03, 0.02, 0.02, 0.02, 0.02, 0.02, 0.03, 0.04, 0.06, 0.10, 0.25, 0.60, 1.80, 4.20, 8.20, 9.60,
                10.0, 9.20,
        7.60, 5.80, 2.80, 1.20, 0.80, 0.90, 1.60, 4.20, 8.60, 9.40, 8.80, 7.20, 5.20, 3.00, 1.60, 0.90, 0.60, 0.45,
                0.40, 0.35,
        0.35, 0.30, 0.25, 0.20, 0.15, 0.12, 0.08, 0.06
    };

    private static final List<Integer> SLOT_NUMBERS =
            IntStream.range(0, SLOTS).boxed().toList();

    private final LocalDate today;
    private final int packets;

    /** The days up to {@code until}, with about so many packets altogether. */
    Days(Instant until, int packets) {
        this.today = LocalDate.ofInstant(until, VIETNAM);
        this.packets = packets;
    }

    /** The days, the present one first: who looks at once sees the present. */
    List<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(today::minusDays).toList();
    }

    /** How many packets a day has. */
    int packets(LocalDate day) {
        double all = days().stream().mapToDouble(Days::weight).sum();
        return (int) Math.round(packets * weight(day) / all);
    }

    /** How many days ago that was. */
    int age(LocalDate day) {
        return (int) (today.toEpochDay() - day.toEpochDay());
    }

    /** A moment of the day, drawn as the day goes; evenly for those who never rest. */
    static Instant moment(LocalDate day, boolean restless, Dice dice) {
        int slot = restless && dice.chance(0.35)
                ? dice.below(SLOTS)
                : dice.weighed(SLOT_NUMBERS, number -> OFFICE[number]);
        long millis = slot * 1_800_000L + dice.below(1_800_000);
        return day.atStartOfDay(VIETNAM).toInstant().plusMillis(millis);
    }

    /** How much is sent on a day; some days are busier than others. */
    private static double weight(LocalDate day) {
        double mood = 0.86 + 0.28 * Dice.of(day.toEpochDay(), 0, 0).below(1_000) / 1_000;
        return mood
                * (day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.09 : day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.17 : 1);
    }
}
