package vn.lgsp.tests.bench.exchange;

import vn.lgsp.tests.bench.Ranks;

/**
 * What came of one round.
 *
 * @param packets that went all the way
 * @param seconds from the first request until the last packet had gone all the way
 * @param millis of each packet, from sending until the destination had confirmed
 */
record Outcome(long packets, double seconds, double[] millis) {
    Outcome {
        if (packets < 1 || !(seconds > 0) || millis.length == 0) {
            throw new IllegalArgumentException(packets + " packets in " + seconds + " s, " + millis.length
                    + " of them timed: nothing was measured");
        }
    }

    /** Packets a second. */
    double rate() {
        return packets / seconds;
    }

    /** Milliseconds that this share of the packets stayed within, 0–1. */
    double percentile(double share) {
        return Ranks.percentile(millis, share);
    }
}
