package vn.lgsp.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** CPU time that a process and those it started have used, and memory that they hold, as Linux counts them. */
public final class Cpu {
    /** The kernel tells in hundredths of a second, whatever the machine. */
    private static final double MILLIS_PER_TICK = 10;

    private static final int USER = 11;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    private final long root;
    private final boolean tree;

    private Cpu(long root, boolean tree) {
        this.root = root;
        this.tree = tree;
    }

    /** Of one process alone. */
    public static Cpu of(long pid) {
        return new Cpu(pid, false);
    }

    /** Of the database that runs in a home: the server, its workers and connections. */
    public static Cpu ofPostgres(Path home) throws IOException {
        try (Stream<Path> files = Files.find(home, 4, (file, found) -> file.endsWith("postmaster.pid"))) {
            Path file = files.findFirst().orElseThrow(() -> new IOException("No postmaster.pid below " + home));
            return new Cpu(Long.parseLong(Files.readAllLines(file).get(0).strip()), true);
        }
    }

    /** Milliseconds so far, to 10 ms. */
    public double millis() {
        return pids().map(this::ticks).sum() * MILLIS_PER_TICK;
    }

    /** Memory that these processes hold now, in KiB; what several share counts once (proportional set size). */
    public long memoryKib() {
        return pids().map(Cpu::proportionalKib).sum();
    }

    private LongStream pids() {
        return tree
                ? LongStream.concat(
                        LongStream.of(root),
                        ProcessHandle.of(root)
                                .orElseThrow(() -> new IllegalStateException("Process " + root + " has ended."))
                                .descendants()
                                .mapToLong(ProcessHandle::pid))
                : LongStream.of(root);
    }

    private static long proportionalKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            // A connection of the database comes and goes; what is not there holds nothing.
            return 0;
        }
    }

    private long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // After the name in parentheses, which may hold blanks: state, parent, …
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            // Own time; for the root of a tree also that of children that have ended.
            int last = tree && pid == root ? ENDED_CHILDREN_SYSTEM : USER + 1;
            for (int field = USER; field <= last; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
