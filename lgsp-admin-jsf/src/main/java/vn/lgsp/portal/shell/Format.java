package vn.lgsp.portal.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How times, durations, sizes and numbers are written: always in Vietnam's time, numbers as the language has them. */
@Named("fmt")
@RequestScoped
public class Format {
    /** The zone of every time shown. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final String[] UNITS = {"byte", "kB", "MB", "GB", "TB"};
    private static final int THOUSAND = 1000;

    private Locale locale;
    private Texts texts;
    private Clock clock;

    /** For the container's proxy. */
    protected Format() {}

    @Inject
    public Format(Visit visit) {
        this(visit.getLocale(), Clock.systemUTC());
    }

    public Format(Locale locale, Clock clock) {
        this.locale = locale.getLanguage().equals("vi") ? Locale.forLanguageTag("vi-VN") : Locale.UK;
        this.texts = new Texts(locale);
        this.clock = clock;
    }

    /** {@code 22/11/2026 09:12:04}; empty for null, as all methods here. */
    public String dateTime(Instant instant) {
        return write(DATE_TIME, instant);
    }

    public String date(Instant instant) {
        return write(DATE, instant);
    }

    public String time(Instant instant) {
        return write(TIME, instant);
    }

    /** With milliseconds: {@code 09:12:04.137}. */
    public String exactTime(Instant instant) {
        return write(EXACT, instant);
    }

    /** {@code 09:00}. */
    public String hour(Instant instant) {
        return write(HOUR, instant);
    }

    /** {@code 3 phút trước}. */
    public String ago(Instant instant) {
        if (instant == null) {
            return "";
        }
        Duration since = Duration.between(instant, clock.instant());
        return since.toSeconds() < 1 ? texts.get("time.now") : texts.with("time.ago", rough(since));
    }

    /** {@code 412 ms}, {@code 12,4 giây}, {@code 3 phút 12 giây}, {@code 2 giờ 5 phút}, {@code 3 ngày 4 giờ}, {@code 30 ngày}. */
    public String duration(Duration duration) {
        if (duration == null) {
            return "";
        }
        if (duration.toMillis() < THOUSAND) {
            return texts.with("duration.ms", number(Math.max(0, duration.toMillis())));
        }
        if (duration.toMinutes() < 1) {
            return texts.with("duration.s", decimal(duration.toMillis() / 1000.0, 1));
        }
        int rest = duration.toHours() < 1
                ? duration.toSecondsPart()
                : duration.toDays() < 1 ? duration.toMinutesPart() : duration.toHoursPart();
        if (rest == 0) {
            return rough(duration);
        }
        if (duration.toHours() < 1) {
            return texts.with("duration.min-s", number(duration.toMinutes()), number(rest));
        }
        return duration.toDays() < 1
                ? texts.with("duration.h-min", number(duration.toHours()), number(rest))
                : texts.with("duration.d-h", number(duration.toDays()), number(rest));
    }

    /** {@code 1.234}. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** With the number of places given at most. */
    public String decimal(double value, int places) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(places);
        return format.format(value);
    }

    /** {@code 99,7%} of part in whole; a dash of nothing. */
    public String percent(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format((double) part / whole);
    }

    /** {@code 52,4 MB}; units of thousand. */
    public String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= THOUSAND && unit < UNITS.length - 1) {
            value /= THOUSAND;
            unit++;
        }
        return decimal(value, unit == 0 ? 0 : 1) + " " + UNITS[unit];
    }

    private String rough(Duration duration) {
        if (duration.toMinutes() < 1) {
            return texts.with("duration.s", number(duration.toSeconds()));
        }
        if (duration.toHours() < 1) {
            return texts.with("duration.min", number(duration.toMinutes()));
        }
        return duration.toDays() < 1
                ? texts.with("duration.h", number(duration.toHours()))
                : texts.with("duration.d", number(duration.toDays()));
    }

    private static String write(DateTimeFormatter format, Instant instant) {
        return instant == null ? "" : format.format(instant.atZone(ZONE));
    }
}
