package vn.lgsp.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.lgsp.launcher.demo.Demo;
import vn.lgsp.launcher.sample.SampleOrder;
import vn.lgsp.launcher.server.Distribution;
import vn.lgsp.launcher.server.ServerLog;

/**
 * The command line of the launcher: {@code run}, {@code demo}, {@code sample}, {@code version}. Exit status: 0 after an orderly stop, otherwise that of
 * the {@link StartError}.
 */
public final class Main {

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Texts texts;

    private Progress progress;
    private volatile int exitStatus;

    private Main(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.texts = Texts.in(environment.get("LGSP_LANG"));
    }

    /** Ends the process with the status of the command. */
    public static void main(String[] arguments) {
        // Vietnamese comes out right whatever the locale of the terminal or service manager is.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = new Main(out, err, System.getenv()).run(List.of(arguments));
        System.exit(status);
    }

    private int run(List<String> arguments) {
        try {
            switch (arguments.isEmpty() ? "" : arguments.get(0)) {
                case "run" -> serve();
                case "demo" -> {
                    return demo(arguments.contains("--once"));
                }
                case "rehearse" -> rehearse();
                case "sample" -> {
                    return new SampleOrder(Settings.from(environment), texts, out)
                            .run(arguments.subList(1, arguments.size()), samplePackets());
                }
                case "version" -> out.println("LGSP " + version());
                default -> throw new StartFailure(StartError.USAGE, String.join(" ", arguments));
            }
            return 0;
        } catch (StartFailure failure) {
            return fail(failure);
        } catch (RuntimeException | Error problem) {
            return fail(new StartFailure(problem, StartError.UNEXPECTED, String.valueOf(problem)));
        }
    }

    /** The number that the environment names, so that the command and the platform mean the same. */
    private Integer samplePackets() throws StartFailure {
        String number = environment.getOrDefault("LGSP_DEMO_PACKETS", "").strip();
        if (number.isEmpty() || number.equals("0")) {
            return null;
        }
        try {
            return Integer.valueOf(number);
        } catch (NumberFormatException e) {
            throw new StartFailure(e, StartError.SETTING_INVALID, "LGSP_DEMO_PACKETS", number, "1–…");
        }
    }

    private void serve() throws StartFailure {
        start(Boolean.parseBoolean(environment.get("LGSP_DEMO")));
        waitForSignal();
    }

    /** The status is 0, that of the {@link StartError}, or the number of the step that failed. */
    private int demo(boolean once) throws StartFailure {
        Platform platform = start(true);
        int failed = new Demo(platform, Distribution.ofThisProgram().client(), progress).play();
        if (failed == 0) {
            progress.plain("");
            progress.plain(texts.of("demo.portal", platform.settings().publicUrl() + "/portal/"));
        }
        exitStatus = failed;
        if (!once) {
            progress.plain(texts.of("demo.stays"));
            waitForSignal();
        }
        return failed;
    }

    /** Starts, asks for what people ask first, and ends: for a JVM that is told to remember what a start needs. */
    private void rehearse() throws StartFailure {
        Platform platform = start(false);
        Rehearsal.play(platform.settings().nodeUrl());
    }

    private Platform start(boolean demo) throws StartFailure {
        // The application server closes JARs in the JVM's cache of connections while other threads read from them.
        URLConnection.setDefaultUseCaches("jar", false);
        Settings settings = Settings.from(environment);
        progress = new Progress(out, texts, begin());
        progress.plain(texts.of(
                "progress.begin", version(), Runtime.version(), System.getProperty("java.home"), settings.home()));
        Platform platform = new Platform(settings, progress);
        stopOnSignal(platform, progress);
        platform.start(demo);
        return platform;
    }

    /** SIGTERM and Ctrl-C: everything stops in order, then the process ends, whatever else still wants to run. */
    private void stopOnSignal(Platform platform, Progress progress) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (exitStatus == 0) {
                                progress.done("progress.stopping");
                            }
                            platform.close();
                            if (exitStatus == 0) {
                                progress.done("progress.stopped");
                            }
                            Runtime.getRuntime().halt(exitStatus);
                        },
                        "stop"));
    }

    private static void waitForSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int fail(StartFailure failure) {
        exitStatus = failure.error().exitStatus();
        if (failure.getCause() != null && ServerLog.isOpen()) {
            // The person gets one line, whoever looks deeper finds everything in the log.
            failure.printStackTrace(System.err);
        }
        err.println(texts.of(failure));
        err.flush();
        return exitStatus;
    }

    /** When this JVM began, on the clock of {@link System#nanoTime()}; the process may be older, as that of the script. */
    private static long begin() {
        long age = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        return System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(age);
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "?" : version;
    }
}
