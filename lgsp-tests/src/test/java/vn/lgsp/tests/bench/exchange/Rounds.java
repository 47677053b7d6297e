package vn.lgsp.tests.bench.exchange;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rounds that count. All take turns in every round, so that what disturbs the machine disturbs them alike. A round that fails is not measured;
 * the others go on.
 */
final class Rounds {
    private final List<Contestant> all;
    private final List<String> failures;

    /** @param failures takes what could not be measured, and why */
    Rounds(List<Contestant> all, List<String> failures) {
        this.all = all;
        this.failures = failures;
    }

    /** Has everybody do so many rounds of this length; who did none is left out. */
    List<Series> run(int rounds, Duration length) {
        Map<Contestant, Series> series = new LinkedHashMap<>();
        all.forEach(one -> series.put(one, Series.of(one)));
        Map<Contestant, String> reasons = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Contestant one : all) {
                try {
                    Series.Round measured = one.round(length);
                    series.get(one).add(measured);
                    System.out.printf(
                            "%d/%d %s: %.0f/s%n",
                            round, rounds, one.name(), measured.outcome().rate());
                } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException failed) {
                    System.out.printf("%d/%d %s: %s%n", round, rounds, one.name(), failed.getMessage());
                    // Whoever has ended fails for the same reason again and again.
                    if (!String.valueOf(failed.getMessage())
                            .equals(reasons.put(one, String.valueOf(failed.getMessage())))) {
                        failures.add(ExchangeFindings.Names.label(one.name()) + ", vòng " + round + ": "
                                + failed.getMessage());
                    }
                }
            }
        }
        return new ArrayList<>(series.values())
                .stream().filter(one -> !one.rounds().isEmpty()).toList();
    }
}
