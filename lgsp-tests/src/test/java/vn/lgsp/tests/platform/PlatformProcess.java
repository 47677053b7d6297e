package vn.lgsp.tests.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The platform as an operator starts it: the script {@code ./lgsp run}, which becomes the Java process, with a home and a port of its own.
 * What it prints goes to {@code <home>.log} beside its home.
 */
public final class PlatformProcess implements AutoCloseable {
    /** Whoever measures on a busy machine waits longer than a test. */
    private static final Duration START = Duration.ofMinutes(Integer.getInteger("lgsp.start.minutes", 4));

    /** Settings of a platform that lets one application ask as often as it can: what is measured is not the limit. */
    public static final Map<String, String> UNLIMITED = Map.of("LGSP_RATE_READING", "0", "LGSP_RATE_SENDING", "0");

    /** Settings of a platform that runs for so long that compiling pays. */
    static final Map<String, String> FOR_LONG = Map.of("LGSP_JAVA_OPTS", "");

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final String TLS_PORT = "LGSP_TLS_PORT";
    private static final String READY = "LGSP-READY ";

    private final Path home;
    private final int port;
    private final Map<String, String> settings;
    private Process process;
    private boolean ownsDatabase;
    private CompletableFuture<Boolean> ready;
    private CompletableFuture<List<String>> output;

    private PlatformProcess(Path home, int port, Map<String, String> settings) {
        this.home = home;
        this.port = port;
        this.settings = Map.copyOf(settings);
    }

    /** A platform with the demonstration province in a fresh home; it is ready when this returns. */
    public static PlatformProcess start(String name) {
        return start(name, Map.of());
    }

    /** As {@link #start(String)}, listening for TLS as well. */
    public static PlatformProcess startWithTls(String name) {
        return startWithTls(name, Map.of());
    }

    /** As {@link #startWithTls(String)}, with more settings. */
    public static PlatformProcess startWithTls(String name, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(TLS_PORT, Integer.toString(Ports.free()));
        return start(name, all);
    }

    /**
     * As {@link #start(String)}, with more settings.
     *
     * @param settings environment variables
     */
    public static PlatformProcess start(String name, Map<String, String> settings) {
        Map<String, String> all = withDemo(settings);
        // Two that start at once would both find the usual port free.
        all.putIfAbsent("LGSP_DB_PORT", Integer.toString(Ports.free()));
        PlatformProcess platform = new PlatformProcess(Repository.newDirectory(name), Ports.free(), all);
        platform.restart();
        return platform;
    }

    /** A platform on a home that an earlier one left in order; it is ready when this returns. */
    public static PlatformProcess startOn(Path home, Map<String, String> settings) {
        PlatformProcess platform = new PlatformProcess(home, Ports.free(), withDemo(settings));
        platform.restart();
        return platform;
    }

    /** A second start on the home of another platform, or at its port, which is expected to fail; {@link #exit} tells how. */
    public static PlatformProcess attempt(Path home, int port, Map<String, String> settings) {
        PlatformProcess platform = new PlatformProcess(home, port, withDemo(settings));
        platform.launch();
        return platform;
    }

    /**
     * Another node of a platform, with a home and a port of its own, on the same database, content and master key. It is not waited for.
     *
     * @param settings more environment variables
     */
    public static PlatformProcess node(String name, PlatformProcess first, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "LGSP_NODE", name,
                "LGSP_DB_URL", first.database().url(),
                "LGSP_DB_USER", "lgsp",
                "LGSP_DB_PASSWORD", first.database().password(),
                "LGSP_CONTENT_DIR", first.home().resolve("content").toString(),
                "LGSP_MASTER_KEY_FILE", first.home().resolve("keys/master.key").toString(),
                "LGSP_DEMO", "false"));
        all.putAll(settings);
        return attempt(Repository.newDirectory(name), Ports.free(), all);
    }

    /** A platform that somebody else started and will stop. */
    static PlatformProcess running(Path home) {
        String address = lock(home);
        return new PlatformProcess(home, Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)), Map.of());
    }

    /** The number of the process that runs on a home, and its address. */
    private static String lock(Path home) {
        try {
            return Files.readString(home.resolve("lgsp.lock"), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that nobody uses. */
    public static int freePort() {
        return Ports.free();
    }

    /** The small province only: rows that come by themselves would be counted as what a request left behind. */
    private static Map<String, String> withDemo(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("LGSP_DEMO", "true", "LGSP_DEMO_PACKETS", "0"));
        all.putAll(settings);
        return all;
    }

    /** Starts it again on the same home and port; it is ready when this returns. */
    public void restart() {
        ownsDatabase = true;
        launch();
        awaitReady();
    }

    /** Returns when it says that it is ready. */
    public void awaitReady() {
        try {
            if (!ready.get(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The platform did not start:\n" + printed());
            }
        } catch (TimeoutException e) {
            String said = "The platform was not ready after " + START + ", see " + log() + " and " + home;
            close();
            throw new IllegalStateException(said, e);
        } catch (ExecutionException | InterruptedException e) {
            close();
            throw new IllegalStateException(e);
        }
    }

    private void launch() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException("it runs already");
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Repository.root().resolve("lgsp").toString(), "run")
                .directory(home.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LGSP_"));
        // The tests and what they test run on the same Java.
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LGSP_BUILD", "never");
        environment.put("LGSP_JAVA_OPTS", System.getProperty("lgsp.java.opts", ""));
        environment.put("LGSP_HOME", home.toString());
        environment.put("LGSP_HTTP_PORT", Integer.toString(port));
        environment.putAll(settings);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ready = new CompletableFuture<>();
        output = new CompletableFuture<>();
        Reader ofThisStart = new Reader(process, log(), ready, output);
        Thread reader = new Thread(ofThisStart::read, "output of " + home.getFileName());
        reader.setDaemon(true);
        reader.start();
    }

    /** Reads what one start prints; a later start has its own, so the end of the one before tells nothing about it. */
    private record Reader(
            Process process, Path log, CompletableFuture<Boolean> ready, CompletableFuture<List<String>> output) {

        void read() {
            List<String> lines = new ArrayList<>();
            try (BufferedReader in = process.inputReader(UTF_8);
                    BufferedWriter out =
                            Files.newBufferedWriter(log, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lines.add(line);
                    out.write(line);
                    out.newLine();
                    out.flush();
                    if (line.contains(READY)) {
                        ready.complete(true);
                    }
                }
            } catch (IOException e) {
                lines.add(e.toString());
            } finally {
                output.complete(lines);
                ready.complete(false);
            }
        }
    }

    /** How it ended, and what it printed. */
    public record Exit(int status, List<String> lines) {}

    /** Waits until the process ends by itself. */
    public Exit exit() {
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                close();
                throw new IllegalStateException("it did not end, see " + log());
            }
            return new Exit(process.exitValue(), output.get(STOP.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private String printed() {
        return String.join("\n", output.join()) + "\nMore in " + home.resolve("logs");
    }

    /** Where it answers, without a slash at the end. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it answers over TLS, without a slash at the end; only when it was started so. */
    public URI tlsBase() {
        return URI.create("https://127.0.0.1:" + settings.get(TLS_PORT));
    }

    public Path home() {
        return home;
    }

    public int port() {
        return port;
    }

    /** The number of its process. */
    public long pid() {
        return process == null ? Long.parseLong(lock(home).split(" ")[0]) : process.pid();
    }

    /** What it printed, over all starts. */
    public Path log() {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    /** Its database. */
    public Database database() {
        return new Database(home);
    }

    /** Its content directory. */
    public Blobs blobs() {
        return new Blobs(home.resolve("content"));
    }

    /** Pulls the plug: {@code kill -9}. PostgreSQL is left behind, as it would be. */
    public void kill9() {
        process.destroyForcibly();
        await();
    }

    /** Stops it in order: SIGTERM. */
    public void terminate() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("still alive after " + STOP + ", see " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Closes it when this process ends. */
    public void closeAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close " + home.getFileName()));
    }

    /** Stops whatever of it still runs, also a PostgreSQL that a killed platform left behind. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        if (process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        if (ownsDatabase) {
            stopDatabaseLeftBehind();
        }
    }

    private void stopDatabaseLeftBehind() {
        Path pid = home.resolve("postgresql/data/postmaster.pid");
        try {
            if (Files.exists(pid)) {
                ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).trim()))
                        .filter(left -> left.info().command().orElse("").endsWith("/postgres"))
                        .ifPresent(ProcessHandle::destroy);
            }
        } catch (IOException | NumberFormatException e) {
            // it ended by itself in the meantime
        }
    }
}
