package vn.lgsp.notification.control;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Work that is done soon after each wake-up, one task at a time, however often it is woken meanwhile. */
public final class Waking {
    private final Executor executor;
    private final BooleanSupplier work;
    private final AtomicInteger wakes = new AtomicInteger();

    /**
     * @param work says whether it may be woken again
     */
    public Waking(Executor executor, BooleanSupplier work) {
        this.executor = executor;
        this.work = work;
    }

    /** Has the work done soon. */
    public void wake() {
        if (wakes.getAndIncrement() == 0) {
            executor.execute(this::run);
        }
    }

    private void run() {
        int seen;
        do {
            seen = wakes.get();
            if (!work.getAsBoolean()) {
                return;
            }
        } while (!wakes.compareAndSet(seen, 0));
    }
}
