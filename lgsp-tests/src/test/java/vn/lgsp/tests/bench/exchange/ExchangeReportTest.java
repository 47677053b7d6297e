package vn.lgsp.tests.bench.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lgsp.tests.bench.exchange.ExchangeFindings.Names;

@DisplayName("What the benchmark of the exchange reports")
class ExchangeReportTest {
    private static final String STARTED = "Artemis: The peer has ended";

    @Test
    @DisplayName("a round's rate and percentiles, as a peer tells them")
    void peersLine() {
        Outcome outcome = PeerProcess.outcome("{\"packets\":4,\"seconds\":2.0,\"millis\":[3.5,1.0,2.0,9.0]}");
        assertThat(outcome.rate()).isEqualTo(2);
        assertThat(outcome.percentile(0.5)).isEqualTo(2);
        assertThat(outcome.percentile(0.99)).isEqualTo(9);
    }

    @Test
    @DisplayName("nothing is made of a line that says nothing, or of a round in which nothing was done")
    void noRound() {
        assertThatIllegalArgumentException().isThrownBy(() -> PeerProcess.outcome("{\"packets\":4}"));
        assertThatIllegalArgumentException().isThrownBy(() -> PeerProcess.outcome("READY"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeerProcess.outcome("{\"packets\":0,\"seconds\":2.0,\"millis\":[]}"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Outcome(3, 0, new double[] {1}));
    }

    @Test
    @DisplayName("medians of the rounds, and the CPU of each packet")
    void medians() {
        Series series = new Series(Names.STEPS, 8)
                .add(round(100, 1, new Cost(500, 200, 100)))
                .add(round(300, 1, new Cost(600, 300, 300)))
                .add(round(200, 1, new Cost(400, 400, 200)));
        assertThat(series.rate()).isEqualTo(200);
        assertThat(series.cost().server()).isEqualTo(2);
        assertThat(series.cost().database()).isEqualTo(2);
        assertThat(series.cost().client()).isEqualTo(1);
    }

    @Test
    @DisplayName("ratios first; aims that are reached, missed and could not be measured told apart")
    void markdown() {
        ExchangeFindings findings = findings(List.of(
                series(Names.SINGLES, 400),
                series(Names.PHASE4, 38),
                series(Names.BATCHES, 3000),
                series(Names.STEPS, 90)));
        String page = new ExchangeReport(findings).markdown();
        assertThat(page.lines().filter(line -> line.startsWith("| ")).limit(2))
                .satisfiesExactly(head -> assertThat(head).contains("tỷ lệ", "mục tiêu"), first -> assertThat(first)
                        .contains("phase4 AS4", "**10.5**", "≥ 10.0", "đạt"));
        assertThat(page)
                .contains(
                        "| theo lô 100 (packets:send), gói/s | 3000 | Artemis, từng thông điệp | – | **–** | ≥ 2.00 | **không đo được** |")
                .contains("| 128 MiB vào, MB/s | 90.0 | ghi đĩa và fsync | 400 | **0.225** | ≥ 0.500 | **chưa đạt** |")
                .contains("Không đo được: " + STARTED)
                .doesNotContain("NaN");
        assertThat(findings.unmeasured())
                .singleElement()
                .extracting(Ratio::against)
                .isEqualTo("Artemis, từng thông điệp");
    }

    @Test
    @DisplayName("JSON with the same ratios, and null for what was not measured")
    void json(@TempDir Path directory) throws IOException {
        ExchangeFindings findings = findings(List.of(series(Names.SINGLES, 300), series(Names.PHASE4, 30)));
        assertThat(new ExchangeReport(findings).write(directory)).exists();
        JsonNode json =
                new ObjectMapper().readTree(directory.resolve("exchange.json").toFile());
        JsonNode first = json.get("ratios").get(0);
        assertThat(first.get("ratio").asDouble()).isCloseTo(10, within(1e-9));
        assertThat(first.get("verdict").asText()).isEqualTo("REACHED");
        assertThat(StreamSupport.stream(json.get("ratios").spliterator(), false)
                        .filter(ratio -> ratio.get("verdict").asText().equals("UNMEASURED"))
                        .map(ratio -> ratio.get("ratio").isNull()))
                .isNotEmpty()
                .containsOnly(true);
        assertThat(json.get("packets")
                        .get(1)
                        .get("rounds")
                        .get(0)
                        .get("packets")
                        .asLong())
                .isEqualTo(30);
    }

    @Test
    @DisplayName("of several measurements the disk's medians and the fastest sealing; past the cache only if all were")
    void speeds() {
        Speeds speeds = Speeds.of(List.of(
                new Speeds(7, 100, 300, true), new Speeds(700, 300, 100, true), new Speeds(600, 200, 200, false)));
        assertThat(speeds).isEqualTo(new Speeds(700, 200, 200, false));
    }

    @Test
    @DisplayName("numbers keep the digits that count, and nothing is shown as nothing")
    void numbers() {
        assertThat(List.of(1234.5, 12.34, 1.234, 0.1234, 0.00456, 0.0, Double.NaN).stream()
                        .map(ExchangeReport::number))
                .containsExactly("1235", "12.3", "1.23", "0.123", "0.0046", "0.00", "–");
    }

    private static ExchangeFindings findings(List<Series> packets) {
        return new ExchangeFindings(
                Instant.parse("2026-01-01T00:00:00Z"),
                "./lgsp bench exchange",
                10,
                Map.of("processors", "2"),
                packets,
                Map.of("nền tảng", 700L),
                Map.of(Names.STEPS, new RowsOfPacket(Map.of("packet", new RowsOfPacket.Written(1, 5, 160)), 7, 20_000)),
                new Speeds(700, 400, 1000, true),
                new Large.Found(128L << 20, 90, 900, 100, 110),
                new Notice.Found(2, new double[] {5, 6}, new double[] {1, 2}, 2.5),
                List.of(STARTED));
    }

    private static Series series(String name, long packets) {
        return new Series(name, 8).add(round(packets, 1, Cost.NONE));
    }

    private static Series.Round round(long packets, double seconds, Cost cost) {
        return new Series.Round(new Outcome(packets, seconds, new double[] {1, 2, 3}), cost.per(packets));
    }
}
