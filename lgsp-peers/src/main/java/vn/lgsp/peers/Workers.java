package vn.lgsp.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that work at the same time; the first failure of one is everybody's. */
final class Workers implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> all = new ArrayList<>();

    /** Starts so many who do this. */
    Workers start(int count, Callable<?> work) {
        for (int i = 0; i < count; i++) {
            all.add(threads.submit(work));
        }
        return this;
    }

    /** Waits until all that were started so far are done. */
    void await() throws Exception {
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            all.clear();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
