package vn.lgsp.web.problem;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.OptionalLong;
import vn.lgsp.model.error.LgspException;

/** When whoever was refused may try again (RFC 9110 section 10.2.3). */
final class RetryAfter {
    /** A queue that is full does not empty at once, nor do spaces close. */
    private static final int SECONDS_OF_A_FULL_QUEUE = 60;

    private static final int SECONDS_OF_TROUBLE = 5;

    private RetryAfter() {}

    /** Seconds; empty where waiting does not help, or nobody can tell. */
    static OptionalLong seconds(LgspException error) {
        return switch (error.code()) {
            case UNAVAILABLE, STORAGE_FULL -> OptionalLong.of(SECONDS_OF_TROUBLE);
            case TOO_MANY_SPACES, WAITING_FULL -> OptionalLong.of(SECONDS_OF_A_FULL_QUEUE);
            case RATE_LIMITED -> OptionalLong.of(((Number) error.arguments()[0]).longValue());
            case QUOTA_USED_UP -> OptionalLong.of(secondsUntilTomorrow());
            default -> OptionalLong.empty();
        };
    }

    /** Quotas open again at midnight in Viet Nam. */
    private static long secondsUntilTomorrow() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()))
                        .toSeconds()
                + 1;
    }
}
