package vn.lgsp.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.policy.BackOff;
import vn.lgsp.model.policy.Decider;
import vn.lgsp.model.policy.DeliveryWindow;
import vn.lgsp.model.policy.PolicyTerms;
import vn.lgsp.routing.boundary.PolicySchedule;

@DisplayName("The times of a packet by its policy")
class ScheduleTest {
    private static final DeliveryWindow OFFICE =
            window(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "07:30", "17:00");
    private static final DeliveryWindow FRIDAY_NIGHT = window(Set.of(DayOfWeek.FRIDAY), "22:00", "06:00");

    private static DeliveryWindow window(Set<DayOfWeek> days, String from, String to) {
        return DeliveryWindow.of(days, LocalTime.parse(from), LocalTime.parse(to));
    }

    /** A time in Viet Nam. */
    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(DeliveryWindow.ZONE).toInstant();
    }

    private static PolicyTerms terms(DeliveryWindow window, int attempts, Decider decides) {
        return new PolicyTerms(
                window,
                new BackOff(attempts, 3_600, 2, 4 * 3_600, 10),
                null,
                Duration.ofDays(30).toSeconds(),
                Duration.ofHours(2).toSeconds(),
                decides);
    }

    private static Schedule schedule(DeliveryWindow window) {
        return new Schedule(terms(window, 4, Decider.SOURCE), Importance.NORMAL);
    }

    @Test
    @DisplayName("a window opens on its days alone: on Friday after hours it is Monday morning")
    void weekend() {
        // 27 November 2026 is a Friday.
        assertThat(OFFICE.next(at("2026-11-27T09:00:00"))).isEqualTo(at("2026-11-27T09:00:00"));
        assertThat(OFFICE.next(at("2026-11-27T16:59:59"))).isEqualTo(at("2026-11-27T16:59:59"));
        assertThat(OFFICE.next(at("2026-11-27T17:00:00"))).isEqualTo(at("2026-11-30T07:30:00"));
        assertThat(OFFICE.next(at("2026-11-29T12:00:00"))).isEqualTo(at("2026-11-30T07:30:00"));
        assertThat(OFFICE.next(at("2026-11-30T05:00:00"))).isEqualTo(at("2026-11-30T07:30:00"));
    }

    @Test
    @DisplayName("a window over midnight belongs to the day on which it begins")
    void overMidnight() {
        assertThat(FRIDAY_NIGHT.next(at("2026-11-28T05:59:00"))).isEqualTo(at("2026-11-28T05:59:00"));
        assertThat(FRIDAY_NIGHT.next(at("2026-11-28T06:00:00"))).isEqualTo(at("2026-12-04T22:00:00"));
        assertThat(FRIDAY_NIGHT.next(at("2026-11-27T05:00:00"))).isEqualTo(at("2026-11-27T22:00:00"));
        DeliveryWindow sunday = window(Set.of(DayOfWeek.SUNDAY), "20:00", "04:00");
        assertThat(sunday.next(at("2026-11-30T03:00:00"))).isEqualTo(at("2026-11-30T03:00:00"));
        DeliveryWindow wholeDay = window(Set.of(DayOfWeek.SATURDAY), "00:00", "00:00");
        assertThat(wholeDay.next(at("2026-11-28T23:59:00"))).isEqualTo(at("2026-11-28T23:59:00"));
        assertThat(wholeDay.next(at("2026-11-29T00:00:00"))).isEqualTo(at("2026-12-05T00:00:00"));
        assertThat(wholeDay.length()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    @DisplayName("one window lies within another or does not, also where the week ends")
    void within() {
        assertThat(window(Set.of(DayOfWeek.MONDAY), "08:00", "10:00").within(OFFICE))
                .isTrue();
        assertThat(OFFICE.within(OFFICE)).isTrue();
        assertThat(window(Set.of(DayOfWeek.MONDAY), "07:29", "10:00").within(OFFICE))
                .isFalse();
        assertThat(window(Set.of(DayOfWeek.SATURDAY), "08:00", "10:00").within(OFFICE))
                .isFalse();
        DeliveryWindow nights = window(EnumSet.allOf(DayOfWeek.class), "22:00", "06:00");
        assertThat(FRIDAY_NIGHT.within(nights)).isTrue();
        assertThat(nights.within(FRIDAY_NIGHT)).isFalse();
        assertThat(window(Set.of(DayOfWeek.MONDAY), "00:00", "05:00").within(nights))
                .isTrue();
    }

    @Test
    @DisplayName("the first announcement waits for the window, but not beyond the deadline")
    void first() {
        Instant evening = at("2026-11-27T18:00:00");
        assertThat(schedule(OFFICE).first(evening, null)).isEqualTo(at("2026-11-30T07:30:00"));
        assertThat(schedule(OFFICE).first(evening, at("2026-11-30T08:00:00"))).isEqualTo(at("2026-11-30T07:30:00"));
        assertThat(schedule(OFFICE).first(evening, at("2026-11-30T07:30:00"))).isEqualTo(evening);
        assertThat(schedule(null).first(evening, null)).isEqualTo(evening);
    }

    @Test
    @DisplayName("hỏa tốc, at once or at its hour, does not wait for a window; thượng khẩn does")
    void flash() {
        Instant evening = at("2026-11-27T18:00:00");
        for (Importance flash : List.of(Importance.FLASH, Importance.FLASH_SCHEDULED)) {
            assertThat(new Schedule(terms(OFFICE, 4, Decider.SOURCE), flash).first(evening, null))
                    .isEqualTo(evening);
        }
        assertThat(new Schedule(terms(OFFICE, 4, Decider.SOURCE), Importance.VERY_URGENT).first(evening, null))
                .isAfter(evening);
    }

    @Test
    @DisplayName("intervals grow by the factor and no further than the longest, however many there are")
    void backOff() {
        BackOff backOff = terms(null, 50, Decider.SOURCE).backOff();
        assertThat(backOff.after(1)).hasHours(1);
        assertThat(backOff.after(2)).hasHours(2);
        assertThat(backOff.after(3)).hasHours(4);
        assertThat(backOff.after(4)).hasHours(4);
        assertThat(backOff.after(50)).hasHours(4);
        assertThat(new BackOff(50, 60, 10, 2_592_000, 0).after(50)).hasDays(30);
        assertThat(backOff.after(1, 1)).hasMinutes(66);
        assertThat(backOff.after(1, -1)).hasMinutes(54);
        assertThat(new BackOff(2, 3_600, 2, 3_600, 0).after(1, 1)).hasHours(1);
    }

    @Test
    @DisplayName("announced again until the attempts are used up, always within the window and before the end")
    void next() {
        Instant last = at("2026-11-27T09:00:00");
        Instant end = at("2026-12-27T09:00:00");
        Schedule office = schedule(OFFICE);
        assertThat(office.next(1, last, end, 0)).isEqualTo(at("2026-11-27T10:00:00"));
        assertThat(office.next(3, at("2026-11-27T16:00:00"), end, 0)).isEqualTo(at("2026-11-30T07:30:00"));
        assertThat(office.next(3, at("2026-11-27T16:00:00"), at("2026-11-30T07:30:00"), 0))
                .as("the window opens when the packet is over")
                .isNull();
        assertThat(office.next(4, last, end, 0)).as("used up").isNull();
        assertThat(office.usedUp(3)).isFalse();
        assertThat(office.usedUp(4)).isTrue();
        Schedule platform = new Schedule(terms(OFFICE, 4, Decider.PLATFORM), Importance.NORMAL);
        assertThat(platform.next(4, last, end, 0)).as("given up").isEqualTo(at("2026-11-27T13:00:00"));
    }

    @Test
    @DisplayName("the source is told after a while, unless the packet is over before")
    void report() {
        Instant first = at("2026-11-27T09:00:00");
        assertThat(schedule(null).reportAt(first, at("2026-11-27T11:00:01"))).isEqualTo(at("2026-11-27T11:00:00"));
        assertThat(schedule(null).reportAt(first, at("2026-11-27T11:00:00"))).isNull();
    }

    @Test
    @DisplayName("the simulator shows what would be done: times, what waits for the window, the end")
    void simulate() {
        PolicySchedule plan = schedule(OFFICE).simulate(at("2026-11-27T15:00:00"));
        assertThat(plan.attempts())
                .extracting(PolicySchedule.Attempt::at)
                .containsExactly(
                        at("2026-11-27T15:00:00"),
                        at("2026-11-27T16:00:00"),
                        at("2026-11-30T07:30:00"),
                        at("2026-11-30T11:30:00"));
        assertThat(plan.attempts())
                .extracting(PolicySchedule.Attempt::moved)
                .containsExactly(false, false, true, false);
        assertThat(plan.until()).isEqualTo(at("2026-12-27T15:00:00"));
        assertThat(plan.reportAt()).isEqualTo(at("2026-11-27T17:00:00"));
        assertThat(plan.givesUp()).isNull();
        PolicySchedule platform =
                new Schedule(terms(null, 2, Decider.PLATFORM), Importance.NORMAL).simulate(at("2026-11-27T15:00:00"));
        assertThat(platform.attempts()).hasSize(2);
        assertThat(platform.givesUp()).isEqualTo(at("2026-11-27T18:00:00"));
    }
}
