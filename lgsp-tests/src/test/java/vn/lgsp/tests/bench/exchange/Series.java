package vn.lgsp.tests.bench.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import vn.lgsp.tests.bench.Ranks;

/** The rounds of one contestant that count; every figure is the median of the rounds. */
final class Series {
    /**
     * A round.
     *
     * @param outcome what came of it
     * @param cost CPU of each packet
     */
    record Round(Outcome outcome, Cost cost) {}

    private final String name;
    private final int threads;
    private final List<Round> rounds = new ArrayList<>();

    Series(String name, int threads) {
        this.name = name;
        this.threads = threads;
    }

    static Series of(Contestant contestant) {
        return new Series(contestant.name(), contestant.threads());
    }

    Series add(Round round) {
        rounds.add(round);
        return this;
    }

    String name() {
        return name;
    }

    /** What the page calls it. */
    String label() {
        return ExchangeFindings.Names.label(name);
    }

    int threads() {
        return threads;
    }

    List<Round> rounds() {
        return List.copyOf(rounds);
    }

    /** Packets a second. */
    double rate() {
        return median(round -> round.outcome().rate());
    }

    /** Milliseconds that this share of a round's packets stayed within, 0–1. */
    double percentile(double share) {
        return median(round -> round.outcome().percentile(share));
    }

    /** CPU of a packet in milliseconds. */
    Cost cost() {
        return new Cost(
                median(round -> round.cost().server()),
                median(round -> round.cost().database()),
                median(round -> round.cost().client()));
    }

    private double median(ToDoubleFunction<Round> figure) {
        return Ranks.median(rounds.stream().mapToDouble(figure).toArray());
    }
}
