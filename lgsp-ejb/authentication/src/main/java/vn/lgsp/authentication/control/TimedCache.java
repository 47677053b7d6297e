package vn.lgsp.authentication.control;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Keeps values for a short time, so that a change in the database is seen soon on every node without anybody telling. Bounded: when full,
 * what is over goes, and if nothing is, all goes.
 *
 * @param <K> of the keys
 * @param <V> of the values
 */
final class TimedCache<K, V> {
    private record Entry<V>(V value, long since) {}

    private final ConcurrentHashMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final LongSupplier nanos;
    private final int maxEntries;
    private final LongSupplier ticker;

    /**
     * Makes an empty cache.
     *
     * @param nanos how long a value is kept; asked each time, so that a change counts for what is kept already
     * @param maxEntries how many at most
     * @param ticker nanoseconds of a clock that never goes back
     */
    TimedCache(LongSupplier nanos, int maxEntries, LongSupplier ticker) {
        this.nanos = nanos;
        this.maxEntries = maxEntries;
        this.ticker = ticker;
    }

    Optional<V> get(K key) {
        var entry = entries.get(key);
        return entry == null || isOver(entry) ? Optional.empty() : Optional.of(entry.value());
    }

    /** Keeps a value that was read just now. */
    void put(K key, V value) {
        if (entries.size() >= maxEntries) {
            entries.values().removeIf(this::isOver);
            if (entries.size() >= maxEntries) {
                entries.clear();
            }
        }
        entries.put(key, new Entry<>(value, ticker.getAsLong()));
    }

    void remove(K key) {
        entries.remove(key);
    }

    /** Forgets the values that fit; looks at each. */
    void removeIf(Predicate<V> unwanted) {
        entries.values().removeIf(entry -> unwanted.test(entry.value()));
    }

    int size() {
        return entries.size();
    }

    private boolean isOver(Entry<V> entry) {
        return ticker.getAsLong() - entry.since() >= nanos.getAsLong();
    }
}
