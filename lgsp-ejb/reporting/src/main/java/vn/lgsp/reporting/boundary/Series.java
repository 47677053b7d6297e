package vn.lgsp.reporting.boundary;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Figures step by step, oldest first; steps in which nothing happened are there as well. */
public record Series(Span span, List<Point> points) {

    /** One step, seen from the agencies asked for: what they sent and what they received. */
    public record Point(Instant start, Flow sent, Flow received) {}

    public Series {
        points = List.copyOf(points);
    }

    /** What was sent in the whole time. */
    public Flow sent() {
        return total(Point::sent);
    }

    /** What was received in the whole time. */
    public Flow received() {
        return total(Point::received);
    }

    private Flow total(Function<Point, Flow> side) {
        return points.stream().map(side).reduce(Flow.NONE, Flow::plus);
    }
}
