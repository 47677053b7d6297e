package vn.lgsp.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.packet.Content;
import vn.lgsp.model.policy.PacketPolicy;

class RowsTest {
    @Test
    void columnsAreThoseOfTheMapping() {
        assertThat(new Rows<>(Content.class).columns())
                .containsExactlyInAnyOrder(
                        "packet_id", "state", "state_seq", "wrapped_key", "master_key_id", "updated_at", "version");
    }

    @Test
    void whatIsEmbeddedIsInTheRowOfItsOwner() {
        assertThat(new Rows<>(PacketPolicy.class).columns())
                .containsExactlyInAnyOrder(
                        "packet_id",
                        "policy_code",
                        "policy_version",
                        "chosen",
                        "window_days",
                        "window_from",
                        "window_to",
                        "attempts",
                        "first_interval",
                        "factor",
                        "longest_interval",
                        "jitter_percent",
                        "deadline_after",
                        "hold",
                        "report_after",
                        "decides");
    }

    @Test
    void aMappingThatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> new Rows<>(Strange.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amount");
    }

    @Entity
    @Table(name = "strange")
    static class Strange {
        @Id
        private UUID id;

        @Column(name = "amount")
        private BigDecimal amount;
    }
}
