package vn.lgsp.registry.control.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** Lets only so many documents be read at once: what each may take of memory is bounded, and so is all of it. */
@ApplicationScoped
public class CheckRoom {
    private static final int WAIT_SECONDS = 30;

    private Semaphore places;

    @Inject
    @ConfigProperty(name = "lgsp.content.checks", defaultValue = "4")
    private int most;

    @Inject
    @ConfigProperty(name = "lgsp.content.xml.mib", defaultValue = "256")
    private Supplier<Integer> xmlMib;

    @Inject
    @ConfigProperty(name = "lgsp.content.json.kib", defaultValue = "4096")
    private Supplier<Integer> jsonKib;

    @Inject
    @ConfigProperty(name = "lgsp.content.value.kib", defaultValue = "8192")
    private Supplier<Integer> valueKib;

    /** Reads a document. */
    @FunctionalInterface
    public interface Reading {
        void run() throws IOException;
    }

    @jakarta.annotation.PostConstruct
    void open() {
        places = new Semaphore(most, true);
    }

    /** The limits of today. */
    public Limits limits() {
        return new Limits(
                Limits.USUAL.depth(), valueKib.get() * 1024, xmlMib.get() * 1024L * 1024L, jsonKib.get() * 1024);
    }

    /**
     * Reads when there is a place.
     *
     * @throws LgspException UNAVAILABLE when none became free in time
     */
    public void within(Reading reading) throws IOException {
        boolean entered = false;
        try {
            entered = places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (!entered) {
                throw new LgspException(ErrorCode.UNAVAILABLE);
            }
            reading.run();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new LgspException(ErrorCode.UNAVAILABLE);
        } finally {
            if (entered) {
                places.release();
            }
        }
    }
}
