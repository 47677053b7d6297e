package vn.lgsp.launcher.server;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.lgsp.launcher.StartFailure;

/**
 * The log files of the application server. Its lines go through {@code java.util.logging} into {@code server-<n>.log};
 * what libraries print past that goes into {@code console.log}. The person's console stays free for the launcher's lines.
 */
public final class ServerLog {

    private static final int FILE_BYTES = 20_000_000;
    private static final int FILES = 5;

    private final Path directory;

    private ServerLog(Path directory) {
        this.directory = directory;
    }

    /** Redirects standard output and error of this process. */
    public static ServerLog open(Path directory) throws StartFailure {
        Path console = directory.resolve("console.log");
        try {
            PrintStream stream =
                    new PrintStream(new FileOutputStream(console.toFile(), false), true, StandardCharsets.UTF_8);
            System.setOut(stream);
            System.setErr(stream);
        } catch (IOException e) {
            throw StartFailure.ofWriting(console, e);
        }
        return new ServerLog(directory);
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
                """
                        .formatted(
                                directory.resolve("server-%g.log").toString().replace("\\", "\\\\"), FILE_BYTES, FILES),
                StandardCharsets.ISO_8859_1);
    }

    /** The first line of the last serious problem in the log, for the one line that a person sees. */
    String lastProblem() {
        try {
            List<String> lines = Files.readAllLines(file(), StandardCharsets.UTF_8);
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (lines.get(i).startsWith("Caused by: ")) {
                    return lines.get(i).substring("Caused by: ".length());
                }
            }
        } catch (IOException e) {
            // Told below in general words.
        }
        return "?";
    }

    static String firstLine(Throwable problem) {
        return problem.toString().lines().findFirst().orElse("?");
    }
}
