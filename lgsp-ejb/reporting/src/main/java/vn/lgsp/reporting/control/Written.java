package vn.lgsp.reporting.control;

import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.lgsp.reporting.boundary.ExportColumn;

/** How values are written as text: times in Vietnam's time, numbers as the language has them. */
final class Written {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String[] UNITS = {"byte", "kB", "MB", "GB", "TB"};
    private static final double THOUSAND = 1000;
    private static final int PLACES = 6;

    private final NumberFormat plain;
    private final NumberFormat grouped;
    private final char decimalSign;

    Written(Locale locale) {
        Locale exact = locale.getLanguage().equals("vi") ? Locale.forLanguageTag("vi-VN") : Locale.UK;
        plain = NumberFormat.getNumberInstance(exact);
        plain.setGroupingUsed(false);
        plain.setMaximumFractionDigits(PLACES);
        grouped = NumberFormat.getNumberInstance(exact);
        decimalSign = DecimalFormatSymbols.getInstance(exact).getDecimalSeparator();
    }

    /** For a program to read: numbers without groups, bytes and seconds as plain numbers. Empty for null. */
    String exact(ExportColumn.Kind kind, Object value) {
        if (value instanceof Duration duration) {
            return seconds(duration);
        }
        return value instanceof Number number && kind != ExportColumn.Kind.TEXT ? plain(number) : other(value);
    }

    /** For a person to read: {@code 1.234}, {@code 52,4 MB}, {@code 412 ms}, {@code 1:02:03}. Empty for null. */
    String readable(ExportColumn.Kind kind, Object value) {
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof Number number && kind != ExportColumn.Kind.TEXT) {
            return kind == ExportColumn.Kind.BYTES ? bytes(number.doubleValue()) : number(number, 2);
        }
        return other(value);
    }

    /** {@code 22/11/2026 09:12:04}. */
    String time(Instant at) {
        return TIME.format(at);
    }

    /** Whole numbers without places, others with this many at most. */
    String number(Number number, int places) {
        grouped.setMaximumFractionDigits(places);
        return grouped.format(number);
    }

    private String plain(Number number) {
        double value = number.doubleValue();
        return Double.isNaN(value) || Double.isInfinite(value) ? "" : plain.format(number);
    }

    private String other(Object value) {
        if (value instanceof Instant at) {
            return time(at);
        }
        if (value instanceof LocalDate date) {
            return DATE.format(date);
        }
        return value == null ? "" : value.toString();
    }

    private String seconds(Duration duration) {
        return plain(duration.toMillis() / THOUSAND);
    }

    private String duration(Duration duration) {
        if (Math.abs(duration.toMillis()) < THOUSAND) {
            return duration.toMillis() + " ms";
        }
        long seconds = Math.abs(duration.toSeconds());
        String sign = duration.isNegative() ? "-" : "";
        if (seconds < 60) {
            return sign + seconds + decimalSign + Math.abs(duration.toMillisPart()) / 100 + " s";
        }
        return sign + String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** {@code 52,4 MB}. */
    String bytes(double bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= THOUSAND && unit < UNITS.length - 1) {
            value /= THOUSAND;
            unit++;
        }
        return number(value, unit == 0 ? 0 : 1) + " " + UNITS[unit];
    }
}
