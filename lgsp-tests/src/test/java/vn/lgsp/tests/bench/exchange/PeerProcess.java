package vn.lgsp.tests.bench.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import vn.lgsp.tests.platform.Repository;

/** A peer in a Java process of its own (module lgsp-peers), with as much heap as the platform has. */
final class PeerProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READY = "READY";
    private static final Duration STOP = Duration.ofSeconds(20);

    /** Whoever needs longer than it was told to work hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    private PeerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.answers = process.inputReader(UTF_8);
        this.orders = process.outputWriter(UTF_8);
    }

    /**
     * Starts one; it is ready when this returns.
     *
     * @param type its class in {@code vn.lgsp.peers}
     * @param home where it keeps what it keeps
     * @throws IllegalStateException when the peers have not been built, or this one does not start
     */
    static PeerProcess start(String type, Path home) {
        Path built = Repository.root().resolve("lgsp-peers/target");
        try {
            Files.createDirectories(home);
            Path log = home.resolveSibling(home.getFileName() + ".log");
            String classpath = built.resolve("classes") + ":" + Files.readString(built.resolve("peers.classpath"));
            PeerProcess peer = new PeerProcess(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx512m",
                                    "-XX:+UseParallelGC",
                                    "-cp",
                                    classpath,
                                    "vn.lgsp.peers." + type,
                                    home.toString())
                            .directory(home.toFile())
                            .redirectError(log.toFile())
                            .start(),
                    log);
            peer.read(READY, PATIENCE);
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException("The peers are not built (mvn package -Ppeers -pl lgsp-peers)", e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Has it do a round. */
    Outcome round(String way, int threads, Duration length) {
        try {
            orders.write(way + " " + threads + " " + length.toMillis());
            orders.newLine();
            orders.flush();
            return outcome(read("{", length.plus(PATIENCE)));
        } catch (IOException e) {
            throw new UncheckedIOException("The peer has ended, see " + place(), e);
        }
    }

    /** Where its log is, as it is called on every machine: this goes into the report. */
    private Path place() {
        return Repository.root().relativize(log);
    }

    /** What a line of a peer says. */
    static Outcome outcome(String line) {
        try {
            JsonNode said = JSON.readTree(line);
            return new Outcome(
                    said.get("packets").asLong(),
                    said.get("seconds").asDouble(),
                    StreamSupport.stream(said.get("millis").spliterator(), false)
                            .mapToDouble(JsonNode::asDouble)
                            .toArray());
        } catch (IOException | NullPointerException e) {
            throw new IllegalArgumentException("Not a round: " + line, e);
        }
    }

    /** The next line that begins so; others are what libraries had to say. */
    private String read(String begin, Duration patience) throws IOException {
        FutureTask<String> next = new FutureTask<>(() -> {
            String line = answers.readLine();
            while (line != null && !line.startsWith(begin)) {
                line = answers.readLine();
            }
            return line;
        });
        Thread reader = new Thread(next, "answers of " + log.getFileName());
        reader.setDaemon(true);
        reader.start();
        try {
            String line = next.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw new IllegalStateException("The peer has ended, see " + place());
            }
            return line;
        } catch (TimeoutException hangs) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "The peer has not answered for " + patience.toSeconds() + " s, see " + place(), hangs);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
