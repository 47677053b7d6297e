package vn.lgsp.tests.bench.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.bench.exchange.RowsOfPacket.Written;

@DisplayName("What a packet writes into the database")
class RowsOfPacketTest {
    @Test
    @DisplayName("is counted with the rows that are written again, each as large as those of its table")
    void counted() {
        RowsOfPacket rows = new RowsOfPacket(
                Map.of("packet", new Written(1, 4, 160), "history", new Written(10, 0, 140)), 7, 20_000);
        assertThat(rows.rows()).isEqualTo(15);
        assertThat(rows.bytes()).isEqualTo(5 * 160 + 10 * 140);
        assertThat(PostgresLimit.contents(rows)).hasSize(15).allSatisfy(content -> assertThat(content.length)
                .isIn(160 - PostgresLimit.OVERHEAD, 140 - PostgresLimit.OVERHEAD));
    }

    @Test
    @DisplayName("has a least and a greatest size, and a packet that writes nothing is no limit")
    void bounds() {
        RowsOfPacket rows =
                new RowsOfPacket(Map.of("tiny", new Written(1, 0, 24), "large", new Written(0, 1, 50_000)), 1, 100);
        assertThat(PostgresLimit.contents(rows))
                .extracting(content -> content.length)
                .containsExactlyInAnyOrder(1, 8000);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PostgresLimit.contents(new RowsOfPacket(Map.of("few", new Written(0.3, 0.1, 100)), 1, 100)));
    }
}
