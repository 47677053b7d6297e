package vn.lgsp.sso.control;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Failed attempts with names that no account has. They are locked like real ones, so that a lock does not betray which names exist. Kept in
 * memory, the last ten thousand names.
 */
class UnknownNames {
    private static final int MOST = 10_000;

    private record Failures(int count, Instant lockedUntil) {}

    private final Map<String, Failures> names = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };

    /** Counts an attempt and says whether the name was locked before it. */
    synchronized boolean attempt(String name, int limit, Duration lock, Instant now) {
        Failures before = names.getOrDefault(name, new Failures(0, Instant.MIN));
        if (before.lockedUntil().isAfter(now)) {
            return true;
        }
        int count = before.count() + 1;
        names.put(name, count >= limit ? new Failures(0, now.plus(lock)) : new Failures(count, Instant.MIN));
        return false;
    }
}
