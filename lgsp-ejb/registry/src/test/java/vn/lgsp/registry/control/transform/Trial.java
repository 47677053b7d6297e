package vn.lgsp.registry.control.transform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.lgsp.model.registry.TransformationKind;

/** One conversion in a thread like those of the platform, with small bounds. */
final class Trial {
    /** What is to be converted may take its time on a busy machine; what never ends is given less. */
    private static final Bounds PATIENT = bounds(15);

    private static final Bounds SHORT = bounds(2);

    private Trial() {}

    private static Bounds bounds(int seconds) {
        return new Bounds(Duration.ofSeconds(seconds), 256L << 20, 1 << 20, 4 << 20, 20, 100);
    }

    static String of(TransformationKind kind, String program, String document) throws ConversionFault {
        return of(PATIENT, kind, program, document);
    }

    private static String of(Bounds bounds, TransformationKind kind, String program, String document)
            throws ConversionFault {
        CompletableFuture<String> done = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        done.complete(Watch.over(bounds, () -> convert(bounds, kind, program, document)));
                    } catch (Throwable failure) {
                        done.completeExceptionally(failure);
                    }
                },
                "conversion",
                16L << 20);
        thread.setDaemon(true);
        thread.start();
        try {
            return done.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ConversionFault fault) {
                throw fault;
            }
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException | TimeoutException endless) {
            throw new AssertionError("the conversion does not end", endless);
        }
    }

    private static String convert(Bounds bounds, TransformationKind kind, String program, String document)
            throws ConversionFault {
        byte[] text = program == null ? null : program.getBytes(UTF_8);
        BoundedResult result = new BoundedResult(bounds.outputOf(document.length()));
        try {
            Converters.of(kind, text, bounds).convert(document.getBytes(UTF_8), result);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return result.toString(UTF_8);
    }

    /** The reason why it failed. */
    static ConversionFault fault(TransformationKind kind, String program, String document) {
        try {
            String result = of(SHORT, kind, program, document);
            throw new AssertionError("it was converted: " + result.substring(0, Math.min(200, result.length())));
        } catch (ConversionFault fault) {
            return fault;
        }
    }
}
