package vn.lgsp.client.cli;

import java.util.Locale;

/** Sizes for people, in binary units with a decimal comma as Vietnamese writes it. */
final class Bytes {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final Locale VIETNAMESE =
            new Locale.Builder().setLanguage("vi").setRegion("VN").build();

    private Bytes() {}

    static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(VIETNAMESE, unit == 0 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }
}
