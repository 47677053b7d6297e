package vn.lgsp.tests.bench.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several who do the same at once; the first failure of one is thrown. */
final class Crowd implements AutoCloseable {
    /** Whoever needs longer hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ExecutorService threads;
    private final int count;

    Crowd(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count);
    }

    /** Each does it again and again until this time is over, and finishes what it has begun. */
    void repeat(Duration length, Runnable act) {
        long end = System.nanoTime() + length.toNanos();
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(() -> {
                while (System.nanoTime() < end) {
                    act.run();
                }
                return null;
            });
        }
        all(all);
    }

    /**
     * All of these are done, as many at once as there are threads.
     *
     * @throws IllegalStateException when one fails, or is not done after five minutes
     */
    void all(List<? extends Callable<?>> acts) {
        List<Future<?>> begun = new ArrayList<>();
        acts.forEach(act -> begun.add(threads.submit(act)));
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Future<?> one : begun) {
                one.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Not done after " + PATIENCE.toMinutes() + " minutes: something hangs", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
