package vn.lgsp.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.packet.DeliveryState;

class PacketCountsTest {
    @Test
    void everyStateCountsOnce() {
        assertThat(PacketView.Counts.of(List.of(DeliveryState.values())))
                .isEqualTo(new PacketView.Counts(5, 1, 1, 1, 1, 1));
    }

    @Test
    void noneCountsNothing() {
        assertThat(PacketView.Counts.of(List.of())).isEqualTo(new PacketView.Counts(0, 0, 0, 0, 0, 0));
    }
}
