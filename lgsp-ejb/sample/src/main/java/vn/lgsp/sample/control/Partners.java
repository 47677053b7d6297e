package vn.lgsp.sample.control;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who sends to whom: each application has a circle of others, chosen once, for which it has rights. */
final class Partners {
    private static final int FEWEST = 6;
    private static final int MOST = 14;
    /** The fields that deal with all others. */
    private static final Set<String> EVERYBODY = Set.of("vanban", "motcua", "quocgia", "luutru");

    private final List<Party> parties;
    private final Map<Party, List<Party>> circles = new LinkedHashMap<>();

    Partners(long seed, List<Party> parties) {
        this.parties =
                parties.stream().sorted(Comparator.comparing(Party::code)).toList();
        for (int i = 0; i < this.parties.size(); i++) {
            circles.put(this.parties.get(i), circle(this.parties.get(i), Dice.of(seed, -1, i)));
        }
    }

    List<Party> parties() {
        return parties;
    }

    /** Those to whom an application may send. */
    List<Party> circle(Party source) {
        return circles.get(source);
    }

    /** The destination of one packet. */
    Party of(Party source, Dice dice) {
        return dice.weighed(circle(source), other -> attraction(source, other));
    }

    private List<Party> circle(Party source, Dice dice) {
        Map<Party, Double> order = new HashMap<>();
        for (Party other : parties) {
            if (!other.agencyId().equals(source.agencyId())) {
                // A weighted choice without repetition: each draws, the highest are in.
                order.put(other, StrictMath.log(1 - dice.below(1_000_000) / 1_000_001.0) / attraction(source, other));
            }
        }
        return order.entrySet().stream()
                .sorted(Map.Entry.<Party, Double>comparingByValue().reversed().thenComparing(entry -> entry.getKey()
                        .code()))
                .limit(dice.between(FEWEST, MOST))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Party::code))
                .toList();
    }

    /** Every pair of source and destination. */
    Stream<Map.Entry<Party, Party>> pairs() {
        return circles.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(other -> Map.entry(entry.getKey(), other)));
    }

    /** Most is written within a field and to those who deal with everything; a school hardly writes to a hospital. */
    private static double attraction(Party source, Party other) {
        double near = other.domain().equals(source.domain())
                ? 2.5
                : EVERYBODY.contains(other.domain()) ? 1 : EVERYBODY.contains(source.domain()) ? 0.5 : 0.02;
        return other.receives() * near;
    }
}
