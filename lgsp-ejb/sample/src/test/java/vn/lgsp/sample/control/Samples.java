package vn.lgsp.sample.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A sample without a database. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-25T05:00:00Z");

    private Samples() {}

    static Order order(long seed, Instant until, int packets) {
        return new Order(Order.State.LOADING, seed, until, packets, 0, 0, until, "thử", null, null);
    }

    /** Everything that a load would write. */
    static List<SamplePacket> packets(Order order) {
        Plan plan = new Plan(order);
        Partners partners = new Partners(order.seed(), parties());
        return IntStream.range(1, plan.steps())
                .filter(plan::bringsPackets)
                .mapToObj(step -> plan.packets(step, partners))
                .flatMap(List::stream)
                .toList();
    }

    /** The applications of the list, as if they had been entered. */
    static List<Party> parties() {
        return Cast.PARTS.stream().map(Samples::party).toList();
    }

    private static Party party(Cast.Part part) {
        int place = Cast.PARTS.indexOf(part);
        return new Party(
                new UUID(1, place),
                part.code(),
                new UUID(2, part.agency().hashCode()),
                part.symbol(),
                part.domain(),
                part.channel(),
                part.sends(),
                part.receives(),
                new Party.Key(new UUID(3, place), "lgsp_test_ak_xxxxxxxxxxxxxxxxxxxx%04d".formatted(place), null),
                part.address());
    }
}
