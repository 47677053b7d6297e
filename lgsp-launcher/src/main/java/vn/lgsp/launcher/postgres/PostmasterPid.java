package vn.lgsp.launcher.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What {@code postmaster.pid} says about a server that runs, or ran, on a data directory.
 *
 * @param pid process id; after a crash of the machine it may be that of any other program
 */
record PostmasterPid(long pid) {

    /** What to do about the file before a start. */
    enum Verdict {
        /** There is no file: start. */
        NONE,
        /** The server of an earlier run is alive, left behind by a killed launcher: stop it first. */
        ALIVE,
        /** Nobody is there, or somebody else: the file is a leftover. */
        STALE
    }

    private static final String NAME = "postmaster.pid";

    static Path fileIn(Path dataDirectory) {
        return dataDirectory.resolve(NAME);
    }

    /** Reads the file; empty when there is none or its first line is not a process id. */
    static Optional<PostmasterPid> readFrom(Path dataDirectory) throws IOException {
        Path file = fileIn(dataDirectory);
        return Files.exists(file) ? parse(Files.readAllLines(file, StandardCharsets.UTF_8)) : Optional.empty();
    }

    static Optional<PostmasterPid> parse(List<String> lines) {
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PostmasterPid(Long.parseLong(lines.get(0).trim())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Decides by looking at the process itself, because process ids are used again.
     *
     * @param commandLineOf arguments of a living process, empty when there is none
     */
    static Verdict judge(
            Path dataDirectory,
            boolean fileExists,
            Optional<PostmasterPid> content,
            LongFunction<List<String>> commandLineOf) {
        if (!fileExists) {
            return Verdict.NONE;
        }
        return content.filter(found -> isServerOf(dataDirectory, commandLineOf.apply(found.pid())))
                .map(found -> Verdict.ALIVE)
                .orElse(Verdict.STALE);
    }

    private static boolean isServerOf(Path dataDirectory, List<String> commandLine) {
        return !commandLine.isEmpty()
                && Path.of(commandLine.get(0)).endsWith("postgres")
                && commandLine.contains(dataDirectory.toString());
    }

    /** The arguments of a living process as Linux tells them; empty when there is no such process. */
    static List<String> commandLineOf(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8);
            return line.isEmpty() ? List.of() : List.of(line.split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }
}
