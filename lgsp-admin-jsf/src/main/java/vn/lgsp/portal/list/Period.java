package vn.lgsp.portal.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The periods a list offers; the longest list a person can ask for is a year. */
public enum Period {
    H24("24h", Duration.ofHours(24)),
    D7("7d", Duration.ofDays(7)),
    D30("30d", Duration.ofDays(30)),
    D365("365d", Duration.ofDays(365)),
    /** From one date to another. */
    CUSTOM("tuy-chon", null);

    private final String code;
    private final Duration length;

    Period(String code, Duration length) {
        this.code = code;
        this.length = length;
    }

    /** How it stands in the address. */
    public String code() {
        return code;
    }

    /** When it began, seen from {@code end}. */
    public Instant start(Instant end) {
        return end.minus(length);
    }

    /** Finds a period by its code; the last 24 hours for anything else. */
    public static Period of(String code) {
        return Arrays.stream(values())
                .filter(period -> period.code.equals(code))
                .findFirst()
                .orElse(H24);
    }
}
