package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.List;

/**
 * Figures for a dashboard, over what the person may see.
 *
 * @param today packets requested since midnight (Asia/Ho_Chi_Minh)
 * @param confirmedToday of these, confirmed by their destination
 * @param underWay packets that are not final
 * @param overdue not confirmed although their deadline has passed or they have waited for more than 24 hours
 * @param medianSeconds median seconds from complete to confirmed over the last 24 hours; null when nothing was confirmed
 * @param hourly the last 24 hours, oldest first
 */
public record PacketFigures(
        long today, long confirmedToday, long underWay, long overdue, Double medianSeconds, List<Hour> hourly) {

    /** One hour that begins at {@code start}: requested and confirmed. */
    public record Hour(Instant start, long requested, long confirmed) {}
}
