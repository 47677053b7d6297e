package vn.lgsp.launcher.server;

import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.lgsp.launcher.StartFailure;

/**
 * The log files of the application server. Its lines go through {@code java.util.logging} into {@code server-<n>.log};
 * what libraries print past that goes into {@code console.log}. The person's console stays free for the launcher's lines.
 */
public final class ServerLog {

    private static final int FILE_BYTES = 20_000_000;
    private static final int FILES = 5;
    private static final long TAIL_BYTES = 1_000_000;
    private static final String CAUSE = "Caused by: ";
    private static final String SEVERE = " SEVERE ";

    private static volatile boolean open;

    private final Path directory;
    private final long begin;

    private ServerLog(Path directory) throws IOException {
        this.directory = directory;
        this.begin = Files.exists(file()) ? Files.size(file()) : 0;
    }

    /** Whether standard error of this process is a log by now. */
    public static boolean isOpen() {
        return open;
    }

    /** Redirects standard output and error of this process. */
    public static ServerLog open(Path directory) throws StartFailure {
        Path console = directory.resolve("console.log");
        try {
            PrintStream stream =
                    new PrintStream(new FileOutputStream(console.toFile(), false), true, StandardCharsets.UTF_8);
            System.setOut(stream);
            System.setErr(stream);
            open = true;
            return new ServerLog(directory);
        } catch (IOException e) {
            throw StartFailure.ofWriting(console, e);
        }
    }

    Path file() {
        return directory.resolve("server-0.log");
    }

    /** Writes the server's logging configuration. */
    void configure(Path file) throws IOException {
        Files.writeString(
                file,
                """
                handlers = java.util.logging.FileHandler
                java.util.logging.FileHandler.pattern = %s
                java.util.logging.FileHandler.limit = %d
                java.util.logging.FileHandler.count = %d
                java.util.logging.FileHandler.append = true
                java.util.logging.FileHandler.encoding = UTF-8
                java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
                # The server gives every handler the formatter of this one, which is not in use.
                java.util.logging.ConsoleHandler.formatter = java.util.logging.SimpleFormatter
                java.util.logging.SimpleFormatter.format = %%1$tFT%%1$tT.%%1$tL%%1$tz %%4$s %%3$s %%5$s%%6$s%%n
                .level = INFO
                org.hibernate.orm.deprecation.level = SEVERE
                # Tells of each expired authority that the machine still trusts.
                javax.enterprise.system.security.ssl.level = SEVERE
                """
                        .formatted(
                                directory.resolve("server-%g.log").toString().replace("\\", "\\\\"), FILE_BYTES, FILES),
                StandardCharsets.ISO_8859_1);
    }

    /** The last cause that this run wrote into the log, for the one line that a person sees. */
    String lastProblem() {
        String problem = "?";
        try (InputStream log = Files.newInputStream(file());
                BufferedReader lines = new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8))) {
            log.skipNBytes(Math.max(begin, Files.size(file()) - TAIL_BYTES));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(CAUSE)) {
                    problem = line.substring(CAUSE.length());
                } else if (line.contains(SEVERE)) {
                    // Behind the level stands the name of the logger.
                    problem = line.substring(line.indexOf(SEVERE) + SEVERE.length())
                            .replaceFirst("^\\S+ ", "");
                }
            }
        } catch (IOException e) {
            // The log itself is named beside this text.
        }
        return problem;
    }

    static String firstLine(Throwable problem) {
        return problem.toString().lines().findFirst().orElse("?");
    }
}
