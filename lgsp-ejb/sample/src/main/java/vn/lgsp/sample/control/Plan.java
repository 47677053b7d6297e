package vn.lgsp.sample.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The steps of a load: first the registry, then portions of packets, the present day first. The rows of a step follow from the seed and the
 * day; the instant up to which the day has got only leaves out what had not happened yet.
 */
final class Plan {
    /** How many packets one step, and so one transaction, brings at most. */
    private static final int PORTION = 2_000;

    private final Order order;
    private final Days days;
    private final List<Portion> portions = new ArrayList<>();

    private record Portion(LocalDate day, int from, int to) {}

    Plan(Order order) {
        this.order = order;
        this.days = new Days(order.until(), order.packets());
        for (LocalDate day : days.days()) {
            int packets = days.packets(day);
            for (int from = 0; from == 0 || from < packets; from += PORTION) {
                portions.add(new Portion(day, from, Math.min(packets, from + PORTION)));
            }
        }
    }

    /** How many steps there are: the registry and the portions. */
    int steps() {
        return 1 + portions.size();
    }

    Days days() {
        return days;
    }

    /** Whether this step ends the present day: from then on there is something to look at. */
    boolean isToday(int step) {
        return step >= 1
                && days.age(portions.get(step - 1).day()) == 0
                && (step == portions.size() || days.age(portions.get(step).day()) > 0);
    }

    /** The beginning of what is loaded. */
    Instant begin() {
        return days.days().get(Days.DAYS - 1).atStartOfDay(Days.VIETNAM).toInstant();
    }

    /** The packets of a step from 1 on. */
    List<SamplePacket> packets(int step, Partners partners) {
        Portion portion = portions.get(step - 1);
        Wishes wishes = new Wishes(order.seed(), days, partners);
        List<SamplePacket> ordinary = new ArrayList<>();
        for (int number = portion.from(); number < portion.to(); number++) {
            ordinary.add(wishes.packet(portion.day(), number));
        }
        List<SamplePacket> stories =
                portion.from() == 0 ? new Stories(order.seed(), days, partners).of(portion.day()) : List.of();
        return Stream.concat(ordinary.stream(), stories.stream())
                .filter(packet -> packet.last().isBefore(order.until()))
                .toList();
    }
}
