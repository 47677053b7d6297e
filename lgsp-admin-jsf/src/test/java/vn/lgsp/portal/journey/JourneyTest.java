package vn.lgsp.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lgsp.model.packet.HistoryEntry.Subject.CONTENT;
import static vn.lgsp.model.packet.HistoryEntry.Subject.DELIVERY;
import static vn.lgsp.model.packet.HistoryEntry.Subject.PACKET;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lgsp.model.Digest;
import vn.lgsp.model.packet.ContentState;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.HistoryEntry.Subject;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;
import vn.lgsp.routing.boundary.PacketJourney;
import vn.lgsp.routing.boundary.PacketRow;

class JourneyTest {
    private static final Instant START = Instant.parse("2026-11-22T02:12:00Z");
    private static final UUID ID = UUID.fromString("01a20520-c3e2-7730-9d88-753e72411c17");

    private final List<PacketJourney.Step> steps = new ArrayList<>();

    @Test
    void a_journey_that_went_well_shows_every_step_once_and_nothing_to_come() {
        step(PACKET, "REQUESTED", 0);
        step(DELIVERY, "WAITING", 0);
        step(CONTENT, "EMPTY", 0);
        step(PACKET, "GRANTED", 10);
        step(PACKET, "UPLOADING", 50);
        step(PACKET, "RECEIVED", 900);
        step(CONTENT, "STORED", 900);
        step(PACKET, "PLANNED", 910);
        step(DELIVERY, "PLANNED", 910);
        step(DELIVERY, "NOTIFIED", 950);
        step(DELIVERY, "ACCEPTED", 90_000);
        step(DELIVERY, "FETCHING", 90_100);
        step(DELIVERY, "CONFIRMED", 91_000);
        step(PACKET, "DELIVERED", 91_000);
        step(CONTENT, "SHREDDED", 91_000);
        step(CONTENT, "ERASED", 92_000);
        List<TimelineStep> timeline = Timeline.of(journey(PacketState.DELIVERED));
        assertThat(timeline)
                .extracting(TimelineStep::getKey)
                .containsExactly(
                        "REQUESTED",
                        "GRANTED",
                        "UPLOADING",
                        "RECEIVED",
                        "PLANNED",
                        "NOTIFIED",
                        "ACCEPTED",
                        "FETCHING",
                        "CONFIRMED",
                        "DELIVERED",
                        "SHREDDED",
                        "ERASED");
        assertThat(timeline).allMatch(TimelineStep::isTaken);
        assertThat(timeline.get(0).getSince()).isNull();
        assertThat(timeline.get(6).getSince()).isEqualTo(Duration.ofMillis(89_050));
        assertThat(timeline)
                .filteredOn(TimelineStep::isAfterPause)
                .extracting(TimelineStep::getKey)
                .containsExactly("ACCEPTED");
    }

    @Test
    void on_the_way_the_steps_to_come_are_shown_without_a_time() {
        step(PACKET, "REQUESTED", 0);
        step(PACKET, "GRANTED", 10);
        step(PACKET, "UPLOADING", 50);
        List<TimelineStep> timeline = Timeline.of(journey(PacketState.UPLOADING));
        assertThat(timeline)
                .filteredOn(step -> !step.isTaken())
                .extracting(TimelineStep::getKey)
                .startsWith("RECEIVED")
                .endsWith("ERASED");
        assertThat(timeline)
                .filteredOn(step -> !step.isTaken())
                .allMatch(step -> step.getAt() == null && step.getTone().equals("pending"));
    }

    @Test
    void off_the_way_only_the_fate_of_the_content_is_still_to_come() {
        step(PACKET, "REQUESTED", 0);
        step(PACKET, "PLANNED", 100);
        step(DELIVERY, "REFUSED", 200);
        step(PACKET, "UNDELIVERED", 200);
        assertThat(Timeline.of(journey(PacketState.UNDELIVERED)))
                .extracting(TimelineStep::getKey)
                .containsExactly("REQUESTED", "PLANNED", "REFUSED", "UNDELIVERED", "SHREDDED", "ERASED");
    }

    @Test
    void refused_by_one_it_is_still_on_its_way_to_the_other() {
        step(PACKET, "REQUESTED", 0);
        step(PACKET, "PLANNED", 100);
        step(DELIVERY, "REFUSED", 200);
        assertThat(Timeline.of(journey(PacketState.PLANNED)))
                .extracting(TimelineStep::getKey)
                .containsSubsequence("REQUESTED", "PLANNED", "REFUSED", "ACCEPTED", "CONFIRMED", "DELIVERED", "ERASED");
    }

    @Test
    void passed_on_to_an_heir_it_goes_on_where_it_was() {
        step(PACKET, "REQUESTED", 0);
        step(PACKET, "PLANNED", 100);
        step(DELIVERY, "NOTIFIED", 200);
        step(DELIVERY, PacketJourney.Step.READDRESSED, 300);
        List<TimelineStep> timeline = Timeline.of(journey(PacketState.PLANNED));
        assertThat(timeline)
                .extracting(TimelineStep::getKey)
                .startsWith("REQUESTED", "PLANNED", "NOTIFIED", "READDRESSED", "ACCEPTED", "FETCHING")
                .endsWith("ERASED");
        assertThat(timeline.get(3).isTaken()).isTrue();
        assertThat(timeline.get(4).isTaken()).isFalse();
    }

    @Test
    void as_json_it_speaks_like_the_interface() {
        step(PACKET, "REQUESTED", 0);
        JsonObject json;
        try (var reader = Json.createReader(new StringReader(JourneyJson.of(journey(PacketState.UNDELIVERED))))) {
            json = reader.readObject();
        }
        assertThat(json.getString("id")).isEqualTo(ID.toString());
        assertThat(json.getString("state")).isEqualTo("undelivered");
        assertThat(json.getString("importance")).isEqualTo("very-urgent");
        assertThat(json.getJsonArray("deliveries")).hasSize(2);
        assertThat(json.getJsonArray("deliveries").getJsonObject(0).getString("reason"))
                .isEqualTo("sai nơi");
        assertThat(json.getJsonArray("deliveries").getJsonObject(1)).doesNotContainKey("reason");
        assertThat(json.getJsonArray("files").getJsonObject(0).getString("digest"))
                .startsWith("sha-256=:");
        assertThat(json.getJsonArray("steps").getJsonObject(0).getString("subject"))
                .isEqualTo("packet");
        assertThat(json.getJsonArray("steps").getJsonObject(0)).doesNotContainKey("detail");
    }

    private void step(Subject subject, String to, long millis) {
        steps.add(new PacketJourney.Step(
                subject, ID, null, to, "8.2", START.plusMillis(millis), "qlvb-stttt (…m5we)", "10.1.2.3", "n1", null));
    }

    private PacketJourney journey(PacketState state) {
        PacketRow row = new PacketRow(
                ID,
                "Báo cáo",
                "000.00.12.H23",
                "Sở",
                "000.00.31.H23",
                "UBND",
                0,
                "edoc",
                Importance.VERY_URGENT,
                state,
                DeliveryState.REFUSED,
                ContentState.STORED,
                10,
                START,
                null);
        return new PacketJourney(
                row,
                "edxml",
                "qlvb-stttt",
                List.of(
                        new PacketJourney.DeliveryLine(
                                ID, "000.00.31.H23", "UBND", "mc", DeliveryState.REFUSED, "sai nơi", START, null),
                        new PacketJourney.DeliveryLine(
                                ID, "000.00.32.H23", "Sở", "qlvb", DeliveryState.CONFIRMED, null, START, START)),
                null,
                null,
                null,
                List.of(new PacketJourney.FileRow("a.edxml", "application/xml", 10, Digest.of(new byte[32]))),
                steps);
    }
}
