package vn.lgsp.registry.control.transform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/**
 * Where conversions run: a few at a time, each in a thread of its own with the stack that it may use, each under a {@link Watch}. A thread that does
 * not end in spite of its watch keeps its place, and the program that holds it is not run again on this node ({@link #stuck}).
 */
@ApplicationScoped
public class ConversionRoom {
    private static final Logger LOG = System.getLogger(ConversionRoom.class.getName());
    private static final long MIB = 1024L * 1024;
    private static final long STACK = 16 * MIB;
    private static final int WAIT_SECONDS = 30;
    private static final int GROWTH = 20;
    private static final int DEPTH = 100;
    /** How much later than its bound a thread may end. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Inject
    @ConfigProperty(name = "lgsp.transformation.places", defaultValue = "2")
    private int most;

    @Inject
    @ConfigProperty(name = "lgsp.transformation.seconds", defaultValue = "10")
    private Supplier<Integer> seconds;

    @Inject
    @ConfigProperty(name = "lgsp.transformation.memory.mib", defaultValue = "1024")
    private Supplier<Integer> memoryMib;

    @Inject
    @ConfigProperty(name = "lgsp.transformation.document.kib", defaultValue = "8192")
    private Supplier<Integer> documentKib;

    @Inject
    @ConfigProperty(name = "lgsp.transformation.result.kib", defaultValue = "32768")
    private Supplier<Integer> resultKib;

    private final ProgramCache cache = new ProgramCache();
    private Semaphore places;

    /** A room beside the platform's own. */
    static ConversionRoom of(int places, int seconds, int kib) {
        ConversionRoom room = new ConversionRoom();
        room.most = places;
        room.seconds = () -> seconds;
        room.memoryMib = () -> 256;
        room.documentKib = () -> kib;
        room.resultKib = () -> kib;
        room.open();
        return room;
    }

    @PostConstruct
    void open() {
        places = new Semaphore(most, true);
    }

    /** What one conversion may use today. */
    public Bounds bounds() {
        return new Bounds(
                Duration.ofSeconds(seconds.get()),
                memoryMib.get() * MIB,
                documentKib.get() * 1024,
                resultKib.get() * 1024,
                GROWTH,
                DEPTH);
    }

    /**
     * Makes a program ready, to find out whether it can be used.
     *
     * @throws ConversionFault where it cannot
     * @throws LgspException UNAVAILABLE when too much is being converted already
     */
    public void require(Program program) throws ConversionFault {
        Bounds bounds = bounds();
        run(null, bounds, () -> Converters.of(program.kind(), program.text(), bounds));
    }

    /**
     * Converts a document.
     *
     * @param version of which the program is; null for a draft, which is made ready anew each time
     * @throws ConversionFault where the document cannot be converted
     * @throws LgspException UNAVAILABLE when too much is being converted already
     */
    public byte[] convert(UUID version, Program program, byte[] document) throws ConversionFault {
        Bounds bounds = bounds();
        if (document.length > bounds.input()) {
            throw new ConversionFault("content-too-large");
        }
        if (version != null && cache.stuck(version)) {
            throw new ConversionFault("conversion-suspended");
        }
        return run(version, bounds, () -> {
            Converter converter = version == null
                    ? Converters.of(program.kind(), program.text(), bounds)
                    : cache.of(version, () -> Converters.of(program.kind(), program.text(), bounds));
            BoundedResult result = new BoundedResult(bounds.outputOf(document.length));
            try {
                converter.convert(document, result);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return result.toByteArray();
        });
    }

    /** The version whose program does not end on this node; empty while all do. */
    public Optional<UUID> stuck() {
        return cache.anyStuck();
    }

    /** How many conversions could begin now. */
    int free() {
        return places.availablePermits();
    }

    /** Runs something as a conversion by a version. */
    <T> T run(UUID version, Watch.Work<T> work) throws ConversionFault {
        return run(version, bounds(), work);
    }

    private <T> T run(UUID version, Bounds bounds, Watch.Work<T> work) throws ConversionFault {
        enter();
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> work(bounds, work, done), "lgsp-conversion", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return done.get(bounds.time().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw fault(version, failed.getCause());
        } catch (TimeoutException endless) {
            LOG.log(Level.ERROR, "a conversion by version " + version + " does not end; it is not begun again");
            return stick(version);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new LgspException(ErrorCode.UNAVAILABLE);
        }
    }

    private <T> T stick(UUID version) throws ConversionFault {
        if (version != null) {
            cache.stick(version);
        }
        throw new ConversionFault(Watch.TIME);
    }

    private ConversionFault fault(UUID version, Throwable failure) throws ConversionFault {
        if (failure instanceof ConversionFault fault) {
            return fault;
        }
        if (failure instanceof OutOfMemoryError) {
            LOG.log(Level.ERROR, "a conversion by version " + version + " took all memory; it is not begun again");
            if (version != null) {
                cache.stick(version);
            }
            return new ConversionFault(Watch.MEMORY);
        }
        LOG.log(Level.ERROR, "a conversion by version " + version + " failed", failure);
        return new ConversionFault(
                "conversion-program", 0, 0, null, failure.getClass().getSimpleName(), null);
    }

    private <T> void work(Bounds bounds, Watch.Work<T> work, CompletableFuture<T> done) {
        T result = null;
        Throwable failure = null;
        try {
            result = Watch.over(bounds, work);
        } catch (Throwable any) { // whatever happens in here is a failure of the conversion and of nothing else
            failure = any;
        }
        // First: whoever is told can begin the next one at once.
        places.release();
        if (failure == null) {
            done.complete(result);
        } else {
            done.completeExceptionally(failure);
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new LgspException(ErrorCode.UNAVAILABLE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new LgspException(ErrorCode.UNAVAILABLE);
        }
    }
}
