package vn.lgsp.reporting.boundary;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How finely figures are kept: by hour, day or month of Viet Nam. Hours are kept for about a hundred days. */
public enum Grain {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    MONTH(ChronoUnit.MONTHS);

    /** The zone whose hours, days and months count. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ChronoUnit unit;

    Grain(ChronoUnit unit) {
        this.unit = unit;
    }

    ZonedDateTime floor(ZonedDateTime time) {
        return this == MONTH ? time.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS) : time.truncatedTo(unit);
    }

    ZonedDateTime plus(ZonedDateTime time, long steps) {
        return time.plus(steps, unit);
    }

    long between(ZonedDateTime from, ZonedDateTime to) {
        return unit.between(from, to);
    }
}
