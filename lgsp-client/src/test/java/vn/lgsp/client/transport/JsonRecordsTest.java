package vn.lgsp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.model.Importance;
import vn.lgsp.client.model.InboxItem;
import vn.lgsp.client.model.Journey;
import vn.lgsp.client.model.PacketRequest;
import vn.lgsp.client.model.PacketState;
import vn.lgsp.client.model.Policy;

class JsonRecordsTest {

    private static final String ITEM =
            """
            {"deliveryId":"0198c0de-0000-7000-8000-000000000003","packetId":"0198c0de-0000-7000-8000-000000000001",
             "state":"notified","title":"Ủy ban","importance":"very-urgent","dataType":"edoc","protocol":"edxml",
             "source":{"agency":"000.00.12.H23","name":"Sở"},"size":5368709120,
             "waitingSince":"2026-01-01T00:00:00.123Z","deadline":null,"later":{"added":true}}""";

    @Test
    void readsEveryKindOfMember() {
        InboxItem item = JsonRecords.read(object(ITEM), InboxItem.class);

        assertThat(item.deliveryId()).isEqualTo(UUID.fromString("0198c0de-0000-7000-8000-000000000003"));
        assertThat(item.importance()).isEqualTo(Importance.VERY_URGENT);
        assertThat(item.title()).isEqualTo("Ủy ban");
        assertThat(item.source().application()).isNull();
        assertThat(item.size()).isEqualTo(5_368_709_120L);
        assertThat(item.waitingSince()).isEqualTo(Instant.parse("2026-01-01T00:00:00.123Z"));
        assertThat(item.deadline()).isNull();
    }

    @Test
    void readsStatesOfANewerPlatformAsUnknown() {
        Journey journey = JsonRecords.read(
                object("{\"packetId\":\"0198c0de-0000-7000-8000-000000000001\",\"state\":\"recalled\"}"),
                Journey.class);

        assertThat(journey.state()).isEqualTo(PacketState.UNKNOWN);
        assertThat(journey.steps()).isEmpty();
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonRecords.read(object(ITEM.replace("\"title\"", "\"t\"")), InboxItem.class))
                .withMessageContaining("title");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonRecords.read(object(ITEM.replace("5368709120", "\"big\"")), InboxItem.class))
                .withMessageContaining("InboxItem.size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonRecords.read(object(ITEM.replace("\"size\"", "\"s\"")), InboxItem.class))
                .withMessageContaining("InboxItem.size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonRecords.read(
                        object(ITEM.replace("{\"agency", "[{\"agency").replace("Sở\"}", "Sở\"}]")), InboxItem.class));
    }

    @Test
    void leavesOutWhatIsNull() {
        PacketRequest request = new PacketRequest(
                List.of(new PacketRequest.Recipient("H23.31")), "T", Importance.FLASH_SCHEDULED, "edoc", "edxml", null);

        assertThat(JsonRecords.write(request))
                .hasToString("{\"recipients\":[{\"agency\":\"H23.31\"}],\"title\":\"T\","
                        + "\"importance\":\"flash-scheduled\",\"dataType\":\"edoc\",\"protocol\":\"edxml\"}");
    }

    @Test
    void writesTimesWithMilliseconds() {
        assertThat(JsonRecords.write(
                        new Policy(Instant.parse("2026-01-31T10:00:00Z"), Instant.EPOCH.plusNanos(1_999_999))))
                .hasToString("{\"notBefore\":\"2026-01-31T10:00:00.000Z\",\"deadline\":\"1970-01-01T00:00:00.001Z\"}");
    }

    private static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
