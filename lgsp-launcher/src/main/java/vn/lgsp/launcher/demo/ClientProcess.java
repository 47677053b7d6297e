package vn.lgsp.launcher.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The command line of the client library in a process of its own, as an agency would run it. */
final class ClientProcess implements AutoCloseable {
    private static final long END_SECONDS = 180;

    private final Process process;
    private final List<StepLine> steps = new CopyOnWriteArrayList<>();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final FutureTask<Void> read;

    private ClientProcess(Process process, Consumer<StepLine> onStep) {
        this.process = process;
        // A thread of its own: on two processors the common pool has one, and the sides would wait for each other.
        this.read = new FutureTask<>(() -> read(onStep), null);
        new Thread(read, "client-output").start();
    }

    /**
     * Starts {@code lgsp} with these arguments.
     *
     * @param client directory with the client's JARs
     * @param onStep called for each step as it happens
     */
    static ClientProcess start(Path client, List<String> arguments, Consumer<StepLine> onStep) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                client.resolve("*").toString(),
                "vn.lgsp.client.cli.Main"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        return new ClientProcess(process, onStep);
    }

    /** Waits until the client says that it waits for something to come. */
    boolean awaitWaiting() throws InterruptedException {
        return waiting.await(END_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits for a step of this name that concerns this packet; empty when the client ends or time runs out before it comes. */
    Optional<StepLine> await(String name, String packet) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        while (true) {
            Optional<StepLine> found = steps.stream()
                    .filter(line ->
                            line.step().equals(name) && line.get("packetId").equals(packet))
                    .findFirst();
            if (found.isPresent() || read.isDone() || System.nanoTime() > deadline) {
                return found;
            }
            LockSupport.parkNanos(20_000_000L);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** Waits for the end and returns the exit status; -1 when it does not come. */
    int awaitEnd() throws InterruptedException {
        try {
            read.get(END_SECONDS, TimeUnit.SECONDS);
            return process.waitFor(END_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (TimeoutException e) {
            return -1;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The last step of this name. */
    Optional<StepLine> step(String name) {
        return steps.stream().filter(line -> line.step().equals(name)).reduce((first, second) -> second);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void read(Consumer<StepLine> onStep) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                StepLine.parse(line).ifPresent(step -> {
                    steps.add(step);
                    onStep.accept(step);
                    if (step.step().equals("waiting")) {
                        waiting.countDown();
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            waiting.countDown();
        }
    }
}
