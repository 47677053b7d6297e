package vn.lgsp.portal.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.routing.boundary.PacketRow;

class StageTest {

    @ParameterizedTest
    @CsvSource({
        "GRANTED, WAITING, GRANTED, RUNNING",
        "UPLOADING, WAITING, UPLOADING, RUNNING",
        "PLANNED, PLANNED, PLANNED, RUNNING",
        "PLANNED, NOTIFIED, NOTIFIED, RUNNING",
        "PLANNED, FETCHING, FETCHING, RUNNING",
        "DELIVERED, CONFIRMED, CONFIRMED, DONE",
        "UNDELIVERED, REFUSED, REFUSED, ERROR",
        "UNDELIVERED, EXPIRED, EXPIRED, ATTENTION",
        "UNDELIVERED, FAILED, QUARANTINED, ERROR",
        "CANCELLED, CANCELLED, CANCELLED, STOPPED",
        "EXPIRED, EXPIRED, EXPIRED, ATTENTION",
    })
    void packet_and_delivery_together_make_one_word(
            PacketState packet, DeliveryState delivery, Stage stage, Stage.Tone tone) {
        PacketRow row = new PacketRow(
                UUID.randomUUID(),
                "Báo cáo",
                "000.00.12.H23",
                "Sở",
                "000.00.31.H23",
                "UBND",
                0,
                "edoc",
                Importance.NORMAL,
                packet,
                delivery,
                ContentState.STORED,
                10,
                Instant.EPOCH,
                null);
        assertThat(Stage.of(row)).isEqualTo(stage);
        assertThat(Stage.of(row).tone()).isEqualTo(tone);
    }
}
