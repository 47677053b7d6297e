package vn.lgsp.tests.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lgsp.tests.bench.exchange.ExchangeBench;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.Repository;

/** The command {@code ./lgsp bench}: a platform of its own, a year of packets, every page measured, a report. */
final class Bench {
    /** 100,000 rows at least, as many packets as two weeks of ten million a year have. */
    private static final String EXPORT = "/portal/xuat/%s?trang=/goi-tin&ky=365d%s";

    private final Options options;

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        if (arguments.length == 0 || arguments[0].equals("exchange") || arguments[0].startsWith("--")) {
            System.exit(exchange(List.of(arguments)));
        }
        if (arguments[0].equals("agencies")) {
            AgencyBench.main(List.of(arguments).contains("--quick"));
            System.exit(0);
        }
        if (arguments[0].equals("signatures")) {
            SignatureBench.main(List.of(arguments).contains("--quick"));
            System.exit(0);
        }
        Options options;
        try {
            options = Options.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        new Bench(options).run();
        System.exit(0);
    }

    /** 0 when every aim could be measured, reached or not. */
    private static int exchange(List<String> arguments) throws SQLException, IOException {
        List<String> options = arguments.isEmpty() || arguments.get(0).startsWith("--")
                ? arguments
                : arguments.subList(1, arguments.size());
        if (!options.isEmpty() && !options.equals(List.of("--quick"))) {
            System.err.println("bench [exchange] [--quick]");
            return 2;
        }
        return ExchangeBench.main(!options.isEmpty()) ? 0 : 1;
    }

    private void run() throws SQLException, IOException {
        System.setProperty("lgsp.start.minutes", "15");
        Map<String, String> patient = Map.of("LGSP_READY_SECONDS", "800");
        Path root = Repository.root();
        PlatformProcess platform = options.home() == null
                ? PlatformProcess.start("portal", patient)
                : PlatformProcess.startOn(options.home().toAbsolutePath(), patient);
        try (platform) {
            System.out.println("Home: " + platform.home());
            Store store = new Store(root, platform.home(), platform.database());
            Findings findings = measure(platform, store);
            Report report = new Report(findings);
            System.out.println(report.markdown());
            System.out.println(report.write(root.resolve("docs/benchmarks")));
        }
        if (!options.keep()) {
            new Store(root, platform.home(), platform.database()).delete();
        }
    }

    private Findings measure(PlatformProcess platform, Store store) throws SQLException {
        Year year = new Year(store, options.packets());
        Rounds rounds = new Rounds(platform.base());
        Map<Probe, Timing> empty = Map.of();
        if (options.home() == null) {
            year.prepare();
            System.out.println("Measuring the empty platform …");
            empty = rounds.run(Probes.pages(store), Math.min(options.runs(), 5));
            System.out.println("Filling " + options.packets() + " packets …");
            year.fill();
        }
        List<Probe> probes = new ArrayList<>(Probes.pages(store));
        probes.addAll(Probes.packets(store));
        System.out.println("Measuring " + probes.size() + " pages, " + options.runs() + " runs each …");
        Map<Probe, Timing> full = rounds.run(probes, options.runs());
        Visitor visitor = rounds.visitor("vanhanh");
        Map<String, Weight> weights = new LinkedHashMap<>();
        weights.put("bảng điều khiển", Weight.of(visitor, "/portal/"));
        weights.put("gói tin", Weight.of(visitor, "/portal/goi-tin?ky=365d"));
        return new Findings(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Long.parseLong(store.text("select sum(packets) from bench.progress")),
                options.runs(),
                Machine.facts(store),
                empty,
                full,
                weights,
                downloads(visitor, new Heap(platform.pid()), store));
    }

    private static List<Download> downloads(Visitor visitor, Heap heap, Store store) {
        // The agency whose packets of the year come nearest to 100,000.
        String agency = store.text(
                """
                select a.code from agency a join traffic t on t.agency_id = a.id and t.grain = 'MONTH'
                group by a.code order by abs(sum(t.requested) - 100000) limit 1
                """);
        List<Download> downloads = new ArrayList<>();
        for (String format : List.of("csv", "xlsx", "pdf")) {
            downloads.add(Download.of(visitor, format, EXPORT.formatted(format, "&don-vi=" + agency), heap));
        }
        return downloads;
    }
}
