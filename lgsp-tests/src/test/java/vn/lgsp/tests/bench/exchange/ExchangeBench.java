package vn.lgsp.tests.bench.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lgsp.tests.bench.Cpu;
import vn.lgsp.tests.bench.Machine;
import vn.lgsp.tests.bench.Store;
import vn.lgsp.tests.bench.exchange.ExchangeFindings.Names;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Repository;

/**
 * The command {@code ./lgsp bench exchange}: packets of 4 KiB through the platform as it is delivered, with signatures, encryption, fsync and
 * history on, in turn with peers and limits; then one large file and the time until events arrive.
 */
public final class ExchangeBench {
    private static final int THREADS = 8;

    /** Who send a hundred packets at once each. */
    private static final int SENDERS = 4;

    private final Plan plan;
    private final List<Contestant> all = new ArrayList<>();
    private final Map<String, RowsOfPacket> rows = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<PeerProcess> peers = new ArrayList<>();
    private final Map<String, Cpu> processes = new LinkedHashMap<>();
    private Store store;

    /**
     * How much is measured.
     *
     * @param heat how long each works before anything counts: Java compiles what is used often
     * @param rounds that count
     * @param length of a round
     * @param large bytes of the large file
     * @param largeRounds how often it goes in and out
     * @param notice how long packets are sent whose events are timed
     */
    private record Plan(Duration heat, int rounds, Duration length, long large, int largeRounds, Duration notice) {
        static final Plan FULL =
                new Plan(Duration.ofSeconds(45), 5, Duration.ofSeconds(8), 1L << 30, 3, Duration.ofSeconds(30));
        static final Plan QUICK =
                new Plan(Duration.ofSeconds(12), 3, Duration.ofMillis(2500), 128L << 20, 3, Duration.ofSeconds(10));
    }

    private ExchangeBench(Plan plan) {
        this.plan = plan;
    }

    /**
     * Runs it.
     *
     * @param quick less of everything, a few minutes
     * @return whether every aim could be measured
     */
    public static boolean main(boolean quick) throws IOException, SQLException {
        System.setProperty("lgsp.start.minutes", "10");
        ExchangeBench bench = new ExchangeBench(quick ? Plan.QUICK : Plan.FULL);
        ExchangeFindings findings = bench.run(quick);
        bench.store.delete();
        ExchangeReport report = new ExchangeReport(findings);
        System.out.println(report.markdown());
        System.out.println(report.write(Repository.root().resolve("docs/benchmarks")));
        findings.unmeasured()
                .forEach(ratio -> System.err.println(
                        "Not measured, though it has an aim: " + ratio.what() + " / " + ratio.against()));
        return findings.unmeasured().isEmpty();
    }

    private ExchangeFindings run(boolean quick) throws IOException, SQLException {
        try (PlatformProcess platform = PlatformProcess.start("exchange", PlatformProcess.UNLIMITED)) {
            store = new Store(Repository.root(), platform.home(), platform.database());
            requireDurable();
            Cost.Meter meter = meter(platform);
            Steps steps = new Steps(platform);
            steps(steps, meter);
            small(platform, meter);
            peer(platform, "ArtemisPeer", "Artemis", Names.ARTEMIS_SINGLE, "single", Names.ARTEMIS_BATCHED, "batched");
            peer(platform, "As4Peer", "phase4", Names.PHASE4, "signed");
            limits(meter);
            List<Series> series = new Rounds(all, failures).run(plan.rounds(), plan.length());
            Map<String, Long> memory = new LinkedHashMap<>();
            processes.forEach((whose, process) -> memory.put(whose, process.memoryKib() / 1024));
            List<Speeds> speeds = new ArrayList<>();
            Large.Found large = new Large(platform, plan.large())
                    .run(plan.largeRounds(), () -> speeds.add(Speeds.of(platform.home(), plan.large())));
            return new ExchangeFindings(
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    "./lgsp bench exchange" + (quick ? " --quick" : ""),
                    plan.length().toMillis() / 1000.0,
                    Machine.facts(store),
                    series,
                    memory,
                    rows,
                    Speeds.of(speeds),
                    large,
                    new Notice(platform, store, steps).run(plan.notice()),
                    failures);
        } finally {
            peers.forEach(PeerProcess::close);
        }
    }

    private void steps(Steps steps, Cost.Meter meter) {
        all.add(new Contestant(Names.STEPS_ALONE, 1, meter, length -> steps.round(1, length)));
        all.add(new Contestant(Names.STEPS, THREADS, meter, length -> steps.round(THREADS, length)));
        rows.put(Names.STEPS, heat(Names.STEPS, length -> steps.round(THREADS, length)));
    }

    private void small(PlatformProcess platform, Cost.Meter meter) {
        if (!Small.isOffered()) {
            failures.add("nền tảng chưa có packets:send");
            return;
        }
        Small small = new Small(platform);
        all.add(new Contestant(Names.SINGLES, THREADS, meter, length -> small.round(THREADS, 1, length)));
        all.add(new Contestant(Names.BATCHES, SENDERS, meter, length -> small.round(SENDERS, Small.BATCH, length)));
        heat(Names.SINGLES, length -> small.round(THREADS, 1, length));
        rows.put(Names.BATCHES, heat(Names.BATCHES, length -> small.round(SENDERS, Small.BATCH, length)));
    }

    /** As many rows as the leanest way writes, which is the last that was measured. */
    private void limits(Cost.Meter meter) throws SQLException {
        PostgresLimit limit =
                new PostgresLimit(store, List.copyOf(rows.values()).get(rows.size() - 1));
        Cost.Meter database = new Cost.Meter(null, meter.database(), meter.client());
        all.add(new Contestant(Names.POSTGRES_SINGLE, THREADS, database, length -> limit.round(THREADS, 1, length)));
        all.add(new Contestant(
                Names.POSTGRES_BATCHED, THREADS, database, length -> limit.round(THREADS, Small.BATCH, length)));
    }

    /** A database that forgets on a power failure is another race. */
    private void requireDurable() {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!store.text("show " + setting).equals("on")) {
                throw new IllegalStateException(
                        "PostgreSQL runs with " + setting + " off: that is not what is measured");
            }
        }
    }

    private Cost.Meter meter(PlatformProcess platform) throws IOException {
        Cpu server = Cpu.of(platform.pid());
        Cpu database = Cpu.ofPostgres(platform.home());
        processes.put("nền tảng", server);
        processes.put("PostgreSQL", database);
        return new Cost.Meter(server, database, Cpu.of(ProcessHandle.current().pid()));
    }

    /** Works until Java has compiled what matters, and sees what a packet writes meanwhile. */
    private RowsOfPacket heat(String name, Contestant.Work work) {
        System.out.println("warming up " + name);
        RowsOfPacket.Counters before = RowsOfPacket.Counters.read(store);
        long packets = work.round(plan.heat()).packets();
        return RowsOfPacket.since(
                before, packets, RowsOfPacket.Counters.read(store).wal(), store);
    }

    /** Starts a peer and lets it take part in these ways; one that cannot be started is said at the end. */
    private void peer(PlatformProcess platform, String type, String whose, String... waysByName) {
        try {
            PeerProcess peer =
                    PeerProcess.start(type, platform.home().resolve("peers").resolve(type));
            peers.add(peer);
            Cpu cpu = Cpu.of(peer.pid());
            processes.put(whose, cpu);
            for (int i = 0; i < waysByName.length; i += 2) {
                String way = waysByName[i + 1];
                System.out.println("warming up " + waysByName[i]);
                peer.round(way, THREADS, plan.heat());
                all.add(new Contestant(
                        waysByName[i],
                        THREADS,
                        new Cost.Meter(cpu, null, null),
                        length -> peer.round(way, THREADS, length)));
            }
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            failures.add(whose + ": " + e.getMessage());
        }
    }
}
