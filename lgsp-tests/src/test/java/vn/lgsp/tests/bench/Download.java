package vn.lgsp.tests.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * An export taken as a stream while the platform's memory is watched.
 *
 * @param format ending of the file
 * @param bytes how long it is
 * @param took from the request to the last byte
 * @param heapKib most of the heap that was in use after a collection during it, in KiB
 * @param heapBeforeKib the same before it
 */
record Download(String format, long bytes, Duration took, long heapBeforeKib, long heapKib) {
    static Download of(Visitor visitor, String format, String path, Heap heap) {
        long before = heap.usedKib();
        Instant begin = Instant.now();
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            Future<Long> bytes = worker.submit(() -> visitor.download(path));
            long most = 0;
            while (!done(bytes)) {
                most = Math.max(most, heap.usedKib());
            }
            return new Download(format, bytes.get(), Duration.between(begin, Instant.now()), before, most);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            worker.shutdownNow();
        }
    }

    private static boolean done(Future<Long> bytes)
            throws InterruptedException, java.util.concurrent.ExecutionException {
        try {
            bytes.get(3, TimeUnit.SECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException running) {
            return false;
        }
    }
}
