package vn.lgsp.registry.control.transform;

import java.lang.management.ManagementFactory;

/**
 * Looks at the clock and at the memory asked for while a conversion runs in the present thread. Programs are compiled in such a way that each of
 * their steps calls {@link #tick()}: there is no other way to end what runs in a thread of the JVM.
 */
final class Watch {
    static final String TIME = "conversion-time";
    static final String MEMORY = "conversion-memory";

    private static final ThreadLocal<Watch> CURRENT = new ThreadLocal<>();
    private static final com.sun.management.ThreadMXBean THREADS = threads();
    private static final int CLOCK = 63;

    private final long end;
    private final long mostAllocated;
    private int ticks;
    private Stopped stopped;

    private Watch(Bounds bounds) {
        end = System.nanoTime() + bounds.time().toNanos();
        mostAllocated = allocated() + bounds.allocated();
    }

    /** What is done under a watch. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws ConversionFault;
    }

    private static com.sun.management.ThreadMXBean threads() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
                        && bean.isThreadAllocatedMemorySupported()
                ? bean
                : null;
    }

    /** Does something within bounds; what was stopped is told as such, whatever the program made of it. */
    static <T> T over(Bounds bounds, Work<T> work) throws ConversionFault {
        Watch watch = new Watch(bounds);
        CURRENT.set(watch);
        try {
            T result = work.run();
            watch.requireNotStopped();
            return result;
        } catch (Stopped stop) {
            throw new ConversionFault(stop.reason());
        } catch (ConversionFault | RuntimeException failure) {
            watch.requireNotStopped();
            throw failure;
        } catch (StackOverflowError endless) {
            throw new ConversionFault("conversion-depth");
        } finally {
            CURRENT.remove();
        }
    }

    private void requireNotStopped() throws ConversionFault {
        if (stopped != null) {
            throw new ConversionFault(stopped.reason());
        }
    }

    /** One step of a program; ends it when it has used up what it may use. Nothing happens in a thread without a watch. */
    static void tick() {
        Watch watch = CURRENT.get();
        if (watch != null) {
            watch.look();
        }
    }

    /** Ends the conversion of the present thread for a reason of the bundle Fields. */
    static void stop(String reason) {
        Watch watch = CURRENT.get();
        if (watch == null) {
            throw new Stopped(reason);
        }
        watch.end(reason);
    }

    private void look() {
        if (stopped != null) {
            throw stopped;
        }
        if (allocated() > mostAllocated) {
            end(MEMORY);
        }
        if ((ticks++ & CLOCK) == 0 && System.nanoTime() - end > 0) {
            end(TIME);
        }
    }

    private void end(String reason) {
        stopped = new Stopped(reason);
        throw stopped;
    }

    private static long allocated() {
        return THREADS == null ? 0 : THREADS.getCurrentThreadAllocatedBytes();
    }
}
