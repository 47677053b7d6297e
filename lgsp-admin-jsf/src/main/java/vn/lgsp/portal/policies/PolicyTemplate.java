package vn.lgsp.portal.policies;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Locale;
import vn.lgsp.model.policy.BackOff;
import vn.lgsp.model.policy.Decider;
import vn.lgsp.model.policy.DeliveryWindow;
import vn.lgsp.model.policy.PolicyTerms;

/** What a new policy may start from. */
public enum PolicyTemplate {
    /** Giờ hành chính: papers that somebody at the other end opens. */
    OFFICE_HOURS(
            DeliveryWindow.of(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(7, 30), LocalTime.of(17, 0)),
            new BackOff(5, 3_600, 2, 86_400, 10),
            null,
            Duration.ofDays(30),
            Duration.ofDays(2),
            Decider.SOURCE),
    /** Việc gấp: asked for again soon, the source told soon. */
    QUICK(
            null,
            new BackOff(10, 300, 2, 3_600, 10),
            Duration.ofDays(1),
            Duration.ofDays(1),
            Duration.ofHours(1),
            Decider.SOURCE),
    /** Dữ liệu lớn ban đêm: large data between programs, given up by itself. */
    NIGHTLY(
            DeliveryWindow.of(EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), LocalTime.of(5, 0)),
            new BackOff(4, 3_600, 1, 3_600, 20),
            null,
            Duration.ofDays(7),
            Duration.ofDays(1),
            Decider.PLATFORM);

    private final PolicyTerms terms;

    PolicyTemplate(
            DeliveryWindow window,
            BackOff backOff,
            Duration deadline,
            Duration hold,
            Duration report,
            Decider decides) {
        terms = new PolicyTerms(
                window,
                backOff,
                deadline == null ? null : deadline.toSeconds(),
                hold.toSeconds(),
                report.toSeconds(),
                decides);
    }

    PolicyTerms terms() {
        return terms;
    }

    /** How it stands in the address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
