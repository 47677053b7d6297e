package vn.lgsp.reporting.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.LongStream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;

/**
 * A time that figures are asked for, cut into whole steps of one grain in Viet Nam's time.
 *
 * @param from beginning of the first step
 * @param to end of the last step, exclusive; may lie in the future
 * @param grain length of a step
 * @param before how many steps back the time lies that this one is compared with
 */
public record Span(Instant from, Instant to, Grain grain, int before) {
    /** The most steps of one span. */
    public static final int MAX_STEPS = 400;

    /** Refuses with REQUEST_INVALID a span that ends before it begins or has more than 400 steps. */
    public Span {
        if (!to.isAfter(from) || grain.between(from.atZone(Grain.ZONE), to.atZone(Grain.ZONE)) > MAX_STEPS) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("to", "order")));
        }
    }

    /** The present hour and those before it; compared with as many before. */
    public static Span hours(int count, Instant now) {
        return last(count, Grain.HOUR, count, now);
    }

    /** Since midnight; compared with the same hours of yesterday. */
    public static Span today(Instant now) {
        ZonedDateTime local = now.atZone(Grain.ZONE);
        return last(local.getHour() + 1, Grain.HOUR, 24, now);
    }

    /** Today and the days before it; compared with as many before. */
    public static Span days(int count, Instant now) {
        return last(count, Grain.DAY, count, now);
    }

    /** The present month and those before it; compared with as many before. */
    public static Span months(int count, Instant now) {
        return last(count, Grain.MONTH, count, now);
    }

    /** Whole days, the last one included; compared with as many before. */
    public static Span of(LocalDate first, LocalDate last) {
        Instant from = first.atStartOfDay(Grain.ZONE).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(Grain.ZONE).toInstant();
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        return new Span(from, to, Grain.DAY, (int) Math.min(days, MAX_STEPS));
    }

    /** The time that this one is compared with. */
    public Span compared() {
        return earlier(before);
    }

    /** The same so many steps earlier. */
    public Span earlier(int steps) {
        return new Span(shift(from, -steps), shift(to, -steps), grain, before);
    }

    /** The beginnings of all steps, oldest first. */
    public List<Instant> starts() {
        ZonedDateTime first = from.atZone(Grain.ZONE);
        return LongStream.range(0, grain.between(first, to.atZone(Grain.ZONE)))
                .mapToObj(step -> grain.plus(first, step).toInstant())
                .toList();
    }

    private Instant shift(Instant time, long steps) {
        return grain.plus(time.atZone(Grain.ZONE), steps).toInstant();
    }

    private static Span last(int count, Grain grain, int before, Instant now) {
        ZonedDateTime end = grain.plus(grain.floor(now.atZone(Grain.ZONE)), 1);
        return new Span(grain.plus(end, -count).toInstant(), end.toInstant(), grain, before);
    }
}
