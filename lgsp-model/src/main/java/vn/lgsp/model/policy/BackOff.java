package vn.lgsp.model.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;

/**
 * How a packet that nobody took is announced again (số lần thử và lịch lùi).
 *
 * @param attempts announcements at most, the first among them; 1–50
 * @param first seconds from the first announcement to the second; 60–2,592,000
 * @param factor by what each interval is longer than the one before; 1–10
 * @param longest seconds between two announcements at most; from {@code first} to 2,592,000
 * @param jitter per cent by which an interval is made shorter or longer, so that not everything comes at once; 0–50
 */
@Embeddable
public record BackOff(
        @Column(name = "attempts") int attempts,
        @Column(name = "first_interval") long first,
        @Column(name = "factor") double factor,
        @Column(name = "longest_interval") long longest,
        @Column(name = "jitter_percent") int jitter) {

    /** The time from one announcement to the next, without jitter. */
    public Duration after(int attempt) {
        // The exponent may be large: what grows beyond all bounds is the longest interval.
        double seconds = Math.min(longest, first * Math.pow(factor, attempt - 1.0));
        return Duration.ofSeconds(Math.round(seconds));
    }

    /**
     * The same with jitter.
     *
     * @param dice from -1 to 1
     */
    public Duration after(int attempt, double dice) {
        long millis = after(attempt).toMillis();
        return Duration.ofMillis(millis + Math.round(millis * (jitter / 100.0) * dice));
    }
}
