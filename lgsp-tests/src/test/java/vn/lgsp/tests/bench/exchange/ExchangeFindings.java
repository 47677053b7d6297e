package vn.lgsp.tests.bench.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.lgsp.tests.bench.Ranks;
import vn.lgsp.tests.bench.exchange.Ratio.Aim;

/**
 * Everything that was found.
 *
 * @param at when it was measured
 * @param command how it was called
 * @param length seconds of a round
 * @param machine what it was measured on
 * @param packets every contestant, as it was measured
 * @param memory MB that each process holds at the end, by whose it is
 * @param rows what a packet writes, by the way it goes; the last is what the database's limit writes
 * @param speeds of the machine
 * @param large one large file
 * @param notice events
 * @param failures what could not be measured, and why
 */
record ExchangeFindings(
        Instant at,
        String command,
        double length,
        Map<String, String> machine,
        List<Series> packets,
        Map<String, Long> memory,
        Map<String, RowsOfPacket> rows,
        Speeds speeds,
        Large.Found large,
        Notice.Found notice,
        List<String> failures) {

    /** The figures side by side, those with an aim first. */
    List<Ratio> ratios() {
        List<Ratio> ratios = new ArrayList<>();
        ratios.add(rates(Names.SINGLES, Names.PHASE4, Aim.atLeast(10)));
        ratios.add(rates(Names.BATCHES, Names.ARTEMIS_SINGLE, Aim.atLeast(2)));
        String file = (large.size() >> 20) + " MiB";
        ratios.add(new Ratio(file + " vào, MB/s", large.in(), "ghi đĩa và fsync", speeds.writing(), Aim.atLeast(0.5)));
        String reading = speeds.direct() ? "đọc đĩa (O_DIRECT)" : "đọc tệp, có bộ đệm trang";
        ratios.add(new Ratio(file + " ra, MB/s", large.out(), reading, speeds.reading(), Aim.atLeast(0.5)));
        ratios.add(new Ratio(
                "heap còn sống nhiều nhất khi " + file + " vào và ra, MB",
                large.most(),
                "heap còn sống trước đó",
                large.before(),
                Aim.atMost(1.25)));
        ratios.add(rates(Names.BATCHES, Names.ARTEMIS_BATCHED, null));
        ratios.add(rates(Names.STEPS, Names.PHASE4, null));
        ratios.add(rates(Names.STEPS, Names.ARTEMIS_SINGLE, null));
        ratios.add(rates(Names.SINGLES, Names.ARTEMIS_SINGLE, null));
        ratios.add(rates(Names.STEPS, Names.POSTGRES_SINGLE, null));
        ratios.add(rates(Names.SINGLES, Names.POSTGRES_SINGLE, null));
        ratios.add(rates(Names.BATCHES, Names.POSTGRES_BATCHED, null));
        String sealing = "SHA-256 + AES-256-GCM, một nhân";
        ratios.add(new Ratio(file + " vào, MB/s", large.in(), sealing, speeds.sealing(), null));
        ratios.add(new Ratio(file + " ra, MB/s", large.out(), sealing, speeds.sealing(), null));
        String floor = "một lượt gọi + một lần commit";
        ratios.add(new Ratio(
                "từ lúc báo xong đến sự kiện (SSE), p50, ms",
                Ranks.percentile(notice.asked(), 0.5),
                floor,
                notice.floor(),
                null));
        ratios.add(new Ratio(
                "từ lúc báo xong đến sự kiện (SSE), p99, ms",
                Ranks.percentile(notice.asked(), 0.99),
                floor,
                notice.floor(),
                null));
        return ratios;
    }

    /** Aims that could not be measured. */
    List<Ratio> unmeasured() {
        return ratios().stream()
                .filter(ratio -> ratio.verdict() == Ratio.Verdict.UNMEASURED)
                .toList();
    }

    private Ratio rates(String ours, String other, Aim aim) {
        return new Ratio(Names.label(ours) + ", gói/s", rate(ours), Names.label(other), rate(other), aim);
    }

    private double rate(String name) {
        return packets.stream()
                .filter(series -> series.name().equals(name))
                .mapToDouble(Series::rate)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The contestants. */
    static final class Names {
        static final String STEPS_ALONE = "steps-1";
        static final String STEPS = "steps";
        static final String SINGLES = "singles";
        static final String BATCHES = "batches";
        static final String ARTEMIS_SINGLE = "artemis-single";
        static final String ARTEMIS_BATCHED = "artemis-batched";
        static final String PHASE4 = "phase4";
        static final String POSTGRES_SINGLE = "postgres-single";
        static final String POSTGRES_BATCHED = "postgres-batched";

        private static final Map<String, String> LABELS = Map.of(
                STEPS_ALONE, "từng bước, một luồng",
                STEPS, "từng bước",
                SINGLES, "gửi lẻ (packets:send)",
                BATCHES, "theo lô 100 (packets:send)",
                ARTEMIS_SINGLE, "Artemis, từng thông điệp",
                ARTEMIS_BATCHED, "Artemis, giao dịch 100 thông điệp",
                PHASE4, "phase4 AS4",
                POSTGRES_SINGLE, "giới hạn: PostgreSQL, mỗi gói một commit",
                POSTGRES_BATCHED, "giới hạn: PostgreSQL, 100 gói một commit");

        private Names() {}

        /** What the page calls it. */
        static String label(String name) {
            return LABELS.get(name);
        }
    }
}
