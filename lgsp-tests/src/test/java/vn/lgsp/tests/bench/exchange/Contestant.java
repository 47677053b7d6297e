package vn.lgsp.tests.bench.exchange;

import java.time.Duration;

/**
 * One way to get packets across, or a limit that none can pass.
 *
 * @param name what the JSON calls it; unique
 * @param threads how many send at once
 * @param meter whose CPU time its rounds use
 * @param work does a round
 */
record Contestant(String name, int threads, Cost.Meter meter, Work work) {
    /** Does a round: new packets are sent for this long, and it ends when the last of them has gone all the way. */
    @FunctionalInterface
    interface Work {
        Outcome round(Duration length);
    }

    /** A round with what it cost. */
    Series.Round round(Duration length) {
        Cost before = meter.read();
        Outcome outcome = work.round(length);
        return new Series.Round(outcome, meter.read().since(before).per(outcome.packets()));
    }
}
