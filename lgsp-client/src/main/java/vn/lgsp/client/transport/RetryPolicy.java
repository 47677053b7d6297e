package vn.lgsp.client.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import vn.lgsp.client.RefusedException;

/**
 * Decides whether and when a call is repeated. What may have had an effect is repeated only if doing it twice is the same as doing
 * it once; a connection that was refused had none.
 *
 * @param attempts how often a call is sent at most, 1 to 20
 * @param first upper end of the first pause; it doubles with each attempt
 * @param longest upper end of any pause, also of one that the platform asks for
 * @param jitter gives numbers from 0 to 1, by which pauses are shortened so that clients do not come back all at once
 * @param pause waits
 */
public record RetryPolicy(int attempts, Duration first, Duration longest, DoubleSupplier jitter, Pause pause) {

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    /** Waits; tests note the time instead. */
    @FunctionalInterface
    public interface Pause {

        /** Waits that long. */
        void take(Duration length) throws InterruptedException;
    }

    /** Checks the number of attempts. */
    public RetryPolicy {
        if (attempts < 1 || attempts > 20) {
            throw new IllegalArgumentException("attempts must be 1 to 20");
        }
    }

    /** Pauses of up to 0.25 s, 0.5 s, 1 s …, never over 30 s. */
    public static RetryPolicy attempts(int attempts) {
        return new RetryPolicy(
                attempts,
                Duration.ofMillis(250),
                Duration.ofSeconds(30),
                () -> ThreadLocalRandom.current().nextDouble(),
                length -> Thread.sleep(length.toMillis()));
    }

    /**
     * How long to wait before the call is sent again, or nothing when it is not to be.
     *
     * @param attempt number of the attempt that failed, from 1
     * @param asked what the platform asked for with {@code Retry-After}; may be null
     */
    Optional<Duration> after(Call call, RefusedException refusal, int attempt, Duration asked) {
        boolean passing = PASSING.contains(refusal.status());
        boolean again = call.repeatable()
                ? passing || refusal.code().equals("nonce-replayed")
                : refusal.status() == 503 && refusal.retry();
        if (!again || attempt >= attempts) {
            return Optional.empty();
        }
        Duration own = backOff(attempt);
        return Optional.of(asked == null || asked.compareTo(own) < 0 ? own : min(asked, longest));
    }

    /** How long to wait after the connection failed, or nothing when the call is not to be sent again. */
    Optional<Duration> after(Call call, IOException failure, int attempt) {
        boolean again = call.repeatable() || failure instanceof ConnectException;
        return again && attempt < attempts ? Optional.of(backOff(attempt)) : Optional.empty();
    }

    /**
     * A pause that grows with the attempts: between half of its upper end and all of it.
     *
     * @param attempt from 1
     */
    Duration backOff(int attempt) {
        Duration end = min(first.multipliedBy(1L << Math.min(attempt - 1, 20)), longest);
        return Duration.ofNanos((long) (end.toNanos() * (0.5 + jitter.getAsDouble() / 2)));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
