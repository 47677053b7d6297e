package vn.lgsp.authentication.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps many refusals alike from becoming as many entries of the log: the first few of each minute pass, the rest are counted. */
final class Flood {
    private static final Logger LOG = System.getLogger("vn.lgsp.authentication");

    /** So many alike are written each. */
    static final int EACH = 10;

    /** So many kinds are told apart; what comes after is counted together. */
    private static final int MAX_KINDS = 5_000;

    private record Kind(String address, String reason, UUID keyId) {}

    private record Tally(int seen, AuthenticationLog.Entry last) {}

    private final Map<Kind, Tally> minute = new HashMap<>();
    private Instant began = Instant.EPOCH;
    private long lost;

    /** Whether the entry is to be written by itself. */
    synchronized boolean admits(AuthenticationLog.Entry entry) {
        var kind = new Kind(entry.remoteAddress(), entry.reason(), entry.keyId());
        if (!minute.containsKey(kind) && minute.size() >= MAX_KINDS) {
            kind = new Kind("", entry.reason(), null);
        }
        return minute.merge(kind, new Tally(1, entry), (before, one) -> new Tally(before.seen + 1, entry)).seen <= EACH;
    }

    synchronized void countLost() {
        lost++;
    }

    /** What was counted in minutes that are over: the last of each kind, with the number of those that were not written. */
    synchronized List<AuthenticationLog.Entry> past(Instant now) {
        var present = now.truncatedTo(ChronoUnit.MINUTES);
        if (present.equals(began)) {
            return List.of();
        }
        began = present;
        var counted = new ArrayList<AuthenticationLog.Entry>();
        for (var tally : minute.values()) {
            if (tally.seen > EACH) {
                counted.add(tally.last.times(tally.seen - EACH));
            }
        }
        minute.clear();
        if (lost > 0) {
            LOG.log(
                    Level.WARNING,
                    "{0} entries of the authentication log were lost: more came than could be written",
                    lost);
            lost = 0;
        }
        return counted;
    }
}
