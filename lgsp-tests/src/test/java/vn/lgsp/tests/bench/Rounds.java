package vn.lgsp.tests.bench;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks for every page once, then for every page again, and so on: what disturbs the machine for a while disturbs all alike. */
final class Rounds {
    private static final int WARM_UP = 2;

    private final URI base;
    private final Map<String, Visitor> visitors = new HashMap<>();

    Rounds(URI base) {
        this.base = base;
    }

    Map<Probe, Timing> run(List<Probe> probes, int runs) {
        Map<Probe, Timing> timings = new LinkedHashMap<>();
        probes.forEach(probe -> timings.put(probe, new Timing()));
        for (int i = -WARM_UP; i < runs; i++) {
            for (Probe probe : probes) {
                Visitor.Seen seen = visitor(probe.username()).open(probe.path());
                if (seen.status() != 200) {
                    throw new IllegalStateException(probe + " answered " + seen.status());
                }
                if (i >= 0) {
                    timings.get(probe).add(seen);
                }
            }
        }
        return timings;
    }

    Visitor visitor(String username) {
        return visitors.computeIfAbsent(username, name -> new Visitor(base, name));
    }
}
