package vn.lgsp.sample.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import vn.lgsp.model.Ids;

/** Chance that repeats itself: the same seed and place give the same throws on every machine. */
final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The dice of one thing: the n-th of its kind on a day. */
    static Dice of(long seed, long day, long number) {
        return new Dice(new SplittableRandom(mix(mix(mix(seed) ^ day) ^ number)));
    }

    /** A number from 0 up to but not including {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    /** Whether something happens that happens with this probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the choices, each as often as it weighs. */
    <T> T weighed(List<T> choices, ToDoubleFunction<T> weight) {
        double rest = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
        for (T choice : choices) {
            rest -= weight.applyAsDouble(choice);
            if (rest < 0) {
                return choice;
            }
        }
        return choices.get(choices.size() - 1);
    }

    /** A time span of log-normal distribution, at least a millisecond; half of them are shorter than the median. */
    Duration around(Duration median, double spread) {
        return Duration.ofNanos(Math.max(1_000_000L, (long) lognormal(median.toNanos(), spread)));
    }

    /** A number of log-normal distribution. */
    double lognormal(double median, double spread) {
        // By Box and Muller with StrictMath: the library's own normal numbers may differ from one JDK to another.
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        double normal = radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
        return median * StrictMath.exp(spread * normal);
    }

    /** The next identifier of this millisecond. */
    UUID id(Instant instant) {
        return Ids.of(instant, random.nextLong(), random.nextLong());
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Text of a given alphabet. */
    String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
