package vn.lgsp.portal.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.lgsp.model.policy.BackOff;
import vn.lgsp.model.policy.DeliveryWindow;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.portal.shell.Visit;
import vn.lgsp.routing.boundary.PacketView;
import vn.lgsp.routing.boundary.PolicyView;

/** Policies in words. */
@Named
@RequestScoped
public class PolicyWords {
    private static final long DAY = Duration.ofDays(1).toSeconds();

    @Inject
    private Texts texts;

    @Inject
    private Format format;

    @Inject
    private Visit visit;

    public String name(PolicyView policy) {
        return visit.getLocale().getLanguage().equals("en") ? policy.nameEn() : policy.nameVi();
    }

    /** Days and hours; that there are none for null. */
    public String window(DeliveryWindow window) {
        if (window == null) {
            return texts.get("policy.any-hour");
        }
        String days = window.days() == 127
                ? texts.get("policy.every-day")
                : window.daysOfWeek().stream().map(this::day).collect(Collectors.joining(", "));
        return texts.with(
                "policy.window.words",
                days,
                window.fromTime().toString(),
                window.toTime().toString());
    }

    /** The short name of a day. */
    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, visit.getLocale());
    }

    /** A number of seconds as a time; a dash for null. */
    public String span(Long seconds) {
        return seconds == null ? "–" : format.duration(Duration.ofSeconds(seconds));
    }

    /** How often and at which intervals. */
    public String backOff(BackOff backOff) {
        return backOff.attempts() == 1
                ? texts.get("policy.once")
                : texts.with(
                        "policy.back-off.words",
                        format.number(backOff.attempts()),
                        span(backOff.first()),
                        format.decimal(backOff.factor(), 2),
                        span(backOff.longest()));
    }

    /** Which policy a packet has. */
    public String ofPacket(PacketView.PolicyOfPacket policy) {
        String name = policy.code() == null
                ? texts.get("policy.platform")
                : texts.with("policy.named", policy.code(), format.number(policy.version()));
        return policy.chosen() ? texts.with("policy.chosen", name) : name;
    }

    /** A number of seconds as it is typed, ISO 8601 with days; empty for null. */
    static String typed(Long seconds) {
        if (seconds == null) {
            return "";
        }
        return seconds % DAY == 0
                ? String.format(Locale.ROOT, "P%dD", seconds / DAY)
                : Duration.ofSeconds(seconds).toString();
    }
}
