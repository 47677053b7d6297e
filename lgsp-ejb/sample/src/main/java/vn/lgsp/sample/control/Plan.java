package vn.lgsp.sample.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The steps of a load: first the registry, then portions of packets, the present day first, then the
 * statistics. The rows of a step follow from the seed and the
 * day; the instant up to which the day has got only leaves out what had not happened yet.
 */
final class Plan {
    /** How many packets one step, and so one transaction, brings at most. */
    private static final int PORTION = 2_000;
    /** The portions of about three days. */
    private static final int FIRST_LOOK = 4;

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

    /** How many steps there are: the registry, the portions, and the statistics of each month. */
    int steps() {
        return 1 + portions.size() + months(order.until()).size();
    }

    /** Whether this step brings packets; otherwise it counts a month. */
    boolean bringsPackets(int step) {
        return step >= 1 && step <= portions.size();
    }

    /** The month that is counted after this step; null when none is. Early on the present one, so that there is something to look at. */
    Instant counts(int step) {
        List<Instant> months = months(order.until());
        return step == FIRST_LOOK
                ? months.get(months.size() - 1)
                : step > portions.size() ? months.get(step - 1 - portions.size()) : null;
    }

    /** The months that the sample touches, each by its first instant in Vietnam. */
    List<Instant> months(Instant until) {
        List<Instant> months = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(until, Days.VIETNAM);
        for (LocalDate month = LocalDate.ofInstant(begin(), Days.VIETNAM).withDayOfMonth(1);
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            months.add(month.atStartOfDay(Days.VIETNAM).toInstant());
        }
        return months;
    }

    Days days() {
        return days;
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
