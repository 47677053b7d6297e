package vn.lgsp.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What several threads want of one kind at the same time is done in one go: whoever comes while nothing is done begins at once, alone; what
 * comes meanwhile stands in line, and the first of the line does all of it when its turn has come. Nobody waits for others to come, nobody
 * works longer for others than one go, and who has waited long for a go that does not end acts alone.
 *
 * @param <K> what belongs together
 * @param <T> what is wanted
 * @param <R> what comes of it
 */
public final class Together<K, T, R> {
    private final int most;
    private final long heaviest;
    private final ToLongFunction<T> weight;
    private final Duration patience;
    private final Map<K, Line<T, R>> lines = new ConcurrentHashMap<>();

    /** Who stands in line; there is a line as long as something is done for it. Touched within {@link Map#compute} only. */
    private static final class Line<T, R> {
        private final Deque<Place<T, R>> waiting = new ArrayDeque<>();
    }

    /** How the wait of one ends. */
    private enum Turn {
        /** It acts, for itself and for those behind it. */
        ACT,
        /** It acts for itself only: together it failed, or took too long. */
        ACT_ALONE,
        /** Somebody else has acted for it. */
        DONE
    }

    private static final class Place<T, R> {
        private final T wanted;
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();
        private boolean done;
        private R result;

        Place(T wanted) {
            this.wanted = wanted;
        }

        void done(R what) {
            result = what;
            done = true;
            turn.complete(Turn.DONE);
        }
    }

    /**
     * @param most how many are done in one go
     * @param heaviest how much they weigh together; one alone may weigh more
     * @param patience how long one stands in line
     */
    public Together(int most, long heaviest, ToLongFunction<T> weight, Duration patience) {
        this.most = most;
        this.heaviest = heaviest;
        this.weight = weight;
        this.patience = patience;
    }

    /**
     * Does one thing, alone or with others; returns when it is done. Where {@code act} throws for several it is tried again for each by itself, so
     * that none fails by another's fault.
     *
     * @param act does what is wanted, in the order given, and returns what came of each; throws only where doing it again does no harm
     */
    public R one(K key, T wanted, Function<List<T>, List<R>> act) {
        Place<T, R> mine = new Place<>(wanted);
        lines.compute(key, (same, line) -> {
            if (line == null) {
                mine.turn.complete(Turn.ACT);
                return new Line<>();
            }
            line.waiting.add(mine);
            return line;
        });
        return switch (await(key, mine)) {
            case DONE -> mine.result;
            case ACT_ALONE -> act.apply(List.of(wanted)).get(0);
            case ACT -> act(key, mine, act);
        };
    }

    private Turn await(K key, Place<T, R> mine) {
        try {
            return mine.turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            boolean[] left = {false};
            lines.computeIfPresent(key, (same, line) -> {
                left[0] = line.waiting.remove(mine);
                return line;
            });
            // Who is no longer in line is being done just now.
            return left[0] ? Turn.ACT_ALONE : mine.turn.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return mine.turn.join();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How many stand in line. */
    int waiting(K key) {
        int[] count = {0};
        lines.computeIfPresent(key, (same, line) -> {
            count[0] = line.waiting.size();
            return line;
        });
        return count[0];
    }

    private R act(K key, Place<T, R> mine, Function<List<T>, List<R>> act) {
        List<Place<T, R>> places = new ArrayList<>(List.of(mine));
        try {
            lines.computeIfPresent(key, (same, line) -> {
                join(line, places);
                return line;
            });
            List<R> results =
                    act.apply(places.stream().map(place -> place.wanted).toList());
            for (int i = 0; i < places.size(); i++) {
                places.get(i).done(results.get(i));
            }
        } catch (RuntimeException failed) {
            if (places.size() == 1) {
                throw failed;
            }
        } finally {
            // Says nothing any more to those for whom it is done.
            places.forEach(place -> place.turn.complete(Turn.ACT_ALONE));
            next(key);
        }
        return mine.done ? mine.result : act.apply(List.of(mine.wanted)).get(0);
    }

    /** Takes from the line whoever can go along. */
    private void join(Line<T, R> line, List<Place<T, R>> places) {
        long weighs = weight.applyAsLong(places.get(0).wanted);
        while (!line.waiting.isEmpty() && places.size() < most) {
            weighs += weight.applyAsLong(line.waiting.peek().wanted);
            if (weighs > heaviest) {
                return;
            }
            places.add(line.waiting.remove());
        }
    }

    /** Gives the turn to the first of the line; without one the line ends. */
    private void next(K key) {
        lines.computeIfPresent(key, (same, line) -> {
            Place<T, R> next = line.waiting.poll();
            if (next == null) {
                return null;
            }
            next.turn.complete(Turn.ACT);
            return line;
        });
    }
}
