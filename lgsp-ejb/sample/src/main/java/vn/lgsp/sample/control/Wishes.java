package vn.lgsp.sample.control;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lgsp.model.packet.Importance;

/** Makes up the ordinary packets of a day. */
final class Wishes {
    private static final int[] IMPORTANCE = {780, 140, 50, 25, 5};
    private static final int WAITING_DAYS = 4;
    private static final Map<String, List<String>> REASONS = reasons();

    private final long seed;
    private final Days days;
    private final Partners partners;
    private final Titles titles = new Titles();

    Wishes(long seed, Days days, Partners partners) {
        this.seed = seed;
        this.days = days;
        this.partners = partners;
    }

    /** The packet of this number of a day, whatever others there are. */
    SamplePacket packet(LocalDate day, int number) {
        Dice dice = Dice.of(seed, day.toEpochDay(), number);
        Party source = dice.weighed(partners.parties(), Party::sends);
        Party destination = partners.of(source, dice);
        Instant at = Days.moment(day, source.external(), dice);
        Titles.Form form = titles.form(source, dice);
        String title = titles.fill(form.text(), source, day, dice);
        Importance importance = dice.weighed(List.of(Importance.values()), each -> IMPORTANCE[each.ordinal()]);
        Ending ending = dice.weighed(List.of(Ending.values()), each -> weight(each, day));
        return Journey.of(timed(at, source, destination, title, importance, form, ending, dice), dice);
    }

    private Wish timed(
            Instant at,
            Party source,
            Party destination,
            String title,
            Importance importance,
            Titles.Form form,
            Ending ending,
            Dice dice) {
        boolean urgent = importance.compareTo(Importance.VERY_URGENT) >= 0;
        boolean waits = ending == Ending.WAITING;
        // What is urgent is taken at once wherever it goes, and a machine that is away for a while comes back.
        Channel channel = urgent ? Channel.PUSH : destination.channel();
        Duration away = dice.chance(0.012) ? dice.around(Duration.ofMinutes(70), 0.7) : Duration.ZERO;
        Duration told = channel.told(dice).plus(away);
        Duration ready = channel.ready(dice);
        boolean never = (waits || ending == Ending.EXPIRED) && dice.chance(0.4);
        boolean accepted = waits && !never && dice.chance(0.1);
        long bytes = size(form.dataType(), dice);
        Duration fetching = fetching(bytes, dice);
        Duration deadline = deadline(ending, told.plus(ready).plus(fetching), dice);
        if (ending == Ending.EXPIRED && told.compareTo(deadline.dividedBy(2)) > 0) {
            never = true;
        }
        return new Wish(
                at,
                source,
                destination,
                title,
                importance,
                form.dataType(),
                form.file(),
                bytes,
                importance == Importance.FLASH_SCHEDULED && !waits ? at.plusSeconds(dice.between(60, 900)) : null,
                deadline,
                never ? null : told,
                waits && !accepted ? null : ready,
                fetching,
                ending,
                REASONS.containsKey(ending.name()) ? dice.any(REASONS.get(ending.name())) : null);
    }

    /** The source's own limit; who confirmed has kept it. */
    private static Duration deadline(Ending ending, Duration needed, Dice dice) {
        if (ending == Ending.EXPIRED) {
            return Duration.ofHours(dice.any(List.of(4, 8, 24)));
        }
        Duration limit = Duration.ofHours(dice.any(List.of(24, 48, 72)));
        boolean set = ending == Ending.CONFIRMED && dice.chance(0.12);
        return set && needed.compareTo(limit.minusHours(1)) < 0 ? limit : null;
    }

    private double weight(Ending ending, LocalDate day) {
        if (ending == Ending.WAITING) {
            int age = days.age(day);
            return age < WAITING_DAYS ? ending.weight() : age < Days.DAYS / 3 ? ending.weight() / 20.0 : 0;
        }
        return ending.weight();
    }

    private static long size(String dataType, Dice dice) {
        double bytes = dataType.equals("edoc") ? dice.lognormal(310_000, 1.1) : dice.lognormal(900_000, 1.5);
        return Math.max(2_000, Math.min((long) bytes, 240_000_000));
    }

    private static Duration fetching(long bytes, Dice dice) {
        return dice.around(Duration.ofMillis(700 + bytes / 6_000), 0.6);
    }

    private static Map<String, List<String>> reasons() {
        Map<String, List<String>> reasons = new HashMap<>();
        for (String line : Resources.lines("reasons.txt")) {
            String[] part = line.split(" \\| ", 2);
            reasons.computeIfAbsent(part[0], kind -> new ArrayList<>()).add(part[1]);
        }
        return reasons;
    }
}
