package vn.lgsp.client.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends reading from a peer that has gone silent: java.net.http limits the time until an answer begins, but not the time between two
 * pieces of it.
 */
public final class IdleWatch implements AutoCloseable {

    private final ScheduledExecutorService timer;

    /** A watch with one background thread of its own. */
    public IdleWatch() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "lgsp-idle-watch");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        this.timer = Executors.unconfigurableScheduledExecutorService(executor);
    }

    /**
     * A view of a stream whose reads end with an {@link HttpTimeoutException} when nothing comes for that long.
     *
     * @param limit the longest silence
     */
    public InputStream watch(InputStream stream, Duration limit) {
        return new Watched(stream, limit);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private final class Watched extends FilterInputStream {

        private final Duration limit;
        private final ScheduledFuture<?> check;
        private volatile long lastRead = System.nanoTime();
        private volatile boolean reading;
        private volatile boolean expired;

        Watched(InputStream stream, Duration limit) {
            super(stream);
            this.limit = limit;
            long period = Math.max(1, limit.toMillis() / 4);
            this.check = timer.scheduleWithFixedDelay(this::closeIfSilent, period, period, TimeUnit.MILLISECONDS);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            lastRead = System.nanoTime();
            reading = true;
            try {
                int read = super.read(buffer, offset, length);
                throwIfExpired(null);
                return read;
            } catch (HttpTimeoutException silent) {
                throw silent;
            } catch (IOException broken) {
                throwIfExpired(broken);
                throw broken;
            } finally {
                reading = false;
            }
        }

        @Override
        public void close() throws IOException {
            check.cancel(false);
            super.close();
        }

        private void throwIfExpired(IOException cause) throws HttpTimeoutException {
            if (expired) {
                HttpTimeoutException silent = new HttpTimeoutException("No data for " + limit.toSeconds() + " s");
                silent.initCause(cause);
                throw silent;
            }
        }

        private void closeIfSilent() {
            if (reading && System.nanoTime() - lastRead > limit.toNanos()) {
                expired = true;
                check.cancel(false);
                try {
                    super.close();
                } catch (IOException alreadyBroken) {
                    // The reader is told by its own read.
                }
            }
        }
    }
}
