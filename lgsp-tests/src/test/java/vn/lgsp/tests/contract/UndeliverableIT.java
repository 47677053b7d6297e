package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("What could not be delivered: the source is told once and decides (Điều 5.9)")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndeliverableIT {
    private static final int DESTINATIONS = 12;
    private static final Map<String, String> REASON = Map.of("reason", "Không cần nữa");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Application source = Application.source(platform);
    private final States states = new States(platform);
    private Receivers receivers;

    @BeforeAll
    void enter() {
        receivers = new Receivers(platform, source, DESTINATIONS);
    }

    /** The gap between two notices is for people's sake; the tests do not wait for it. */
    @BeforeEach
    void notToldOfLate() {
        database.update("delete from undeliverable_notice");
    }

    @Test
    @DisplayName(
            "not taken by many in time: one event for all, no second one, and what is confirmed after all is settled")
    void noStorm() {
        try (Events told = Events.follow(source)) {
            Parcel parcel = sent(IntStream.range(0, DESTINATIONS).toArray());
            assertThat(database.count(
                            "select count(*) from delivery where packet_id = ? and report_at between now() + interval '23 hours' and now() + interval '25 hours'",
                            parcel.id()))
                    .isEqualTo(DESTINATIONS);
            overdue(parcel);
            JsonNode data = told.await("undeliverable", parcel.id()).json().get("data");
            assertThat(data.get("count").asInt()).isEqualTo(DESTINATIONS);
            assertThat(data.get("deliveries").findValuesAsText("deliveryId"))
                    .containsExactlyInAnyOrderElementsOf(deliveries(parcel).values().stream()
                            .map(UUID::toString)
                            .toList());
            assertThat(data.get("deliveries").findValuesAsText("reason")).containsOnly("late");
            JsonNode page =
                    source.get("/api/v1/undeliverable?limit=5").expect(200).get("items");
            assertThat(page).hasSize(5);
            assertThat(page.get(0).get("packetId").asText())
                    .isEqualTo(parcel.id().toString());
            assertThat(page.get(0).has("toldAt")).isTrue();
            assertThat(options(page.get(0))).containsExactly("wait", "redirect", "cancel");

            UUID first = delivery(parcel, 0);
            parcel.at(receivers.get(0), first).accept().fetch().confirm();
            Answer settled = entry(first);
            assertThat(settled.json().has("closedAt")).isTrue();
            assertThat(options(settled.json())).isEmpty();
            post(first, ":wait", Map.of("until", States.soon(60))).refused(409, "delivery-state-conflict");

            overdue(parcel);
            Awaitility.await("looked at again")
                    .until(() -> database.count(
                                    "select count(*) from delivery where packet_id = ? and report_at is not null and state = 'NOTIFIED'",
                                    parcel.id())
                            == 0);
            assertThat(database.count(
                            "select count(*) from event where packet_id = ? and type = 'vn.lgsp.packet.undeliverable.v1'",
                            parcel.id()))
                    .isEqualTo(1);
            source.post(parcel.path() + ":cancel", REASON).refused(409, "packet-state-conflict");
        }
    }

    @Test
    @DisplayName("waiting: asked again when the time is over; a wait beyond the deadline moves it")
    void waiting() {
        try (Events told = Events.follow(source)) {
            Parcel parcel = late(0);
            UUID delivery = delivery(parcel, 0);
            post(delivery, ":wait", Map.of()).refused(422, "request-invalid");
            post(delivery, ":wait", Map.of("until", States.soon(-60))).refused(422, "request-invalid");
            post(delivery, ":wait", Map.of("until", "2099-01-01T00:00:00.000Z")).refused(422, "request-invalid");
            database.update("update delivery set deadline = now() + interval '1 hour' where id = ?", delivery);
            String until = States.soon(7200);
            Answer waits = post(delivery, ":wait", Map.of("until", until)).expect(200);
            assertThat(List.of("decision", "waitUntil", "deadline"))
                    .extracting(name -> waits.get(name).asText())
                    .containsExactly("wait", until, until);
            assertThat(waits.get("decidedBy").asText()).isNotBlank();
            assertThat(post(delivery, ":wait", Map.of("until", until))
                            .expect(200)
                            .get("decidedAt"))
                    .isEqualTo(waits.get("decidedAt"));
            assertThat(source.get("/api/v1/undeliverable?state=waiting")
                            .expect(200)
                            .get("items")
                            .findValuesAsText("deliveryId"))
                    .contains(delivery.toString());
            source.get("/api/v1/undeliverable?state=x").refused(422, "request-invalid");
            source.get("/api/v1/undeliverable?state=all&after=" + delivery).expect(200);

            database.update("delete from undeliverable_notice");
            overdue(parcel);
            Awaitility.await("told again")
                    .until(() -> told.about(parcel.id()).stream()
                                    .filter(event -> event.type().contains("undeliverable"))
                                    .count()
                            == 2);
            assertThat(entry(delivery).json().has("decision")).isFalse();
            assertThat(post(delivery, ":cancel", REASON)
                            .expect(200)
                            .get("state")
                            .asText())
                    .isEqualTo("cancelled");
            assertThat(database.packetState(parcel.id())).isEqualTo("CANCELLED");
            states.awaitErased(parcel);
        }
    }

    @Test
    @DisplayName(
            "another destination: with all checks of a request; the old delivery ends, each side is told, both are linked")
    void redirected() {
        try (Events toldOld = Events.follow(receivers.get(0));
                Events toldNew = Events.follow(receivers.get(1))) {
            Parcel parcel = late(0, 2);
            UUID delivery = delivery(parcel, 0);
            parcel.at(receivers.get(0), delivery).accept();
            post(delivery, ":redirect", Map.of()).refused(422, "request-invalid");
            post(delivery, ":redirect", Map.of("agency", "000.00.99.Z00")).refused(422, "recipient-unknown");
            Answer stranger = post(
                            delivery,
                            ":redirect",
                            Map.of("agency", Application.bystander(platform).agency()))
                    .refused(403, "no-access-right");
            assertThat(stranger.get("errors").findValuesAsText("field")).containsExactly("agency");
            post(delivery, ":redirect", receivers.entry(2)).refused(422, "request-invalid");
            post(delivery, ":redirect", receivers.entry(0)).refused(422, "request-invalid");
            post(delivery, ":resend").refused(409, "delivery-state-conflict");

            Answer decided = post(delivery, ":redirect", receivers.entry(1)).expect(200);
            UUID next = decided.id("nextDeliveryId");
            assertThat(decided.get("state").asText()).isEqualTo("cancelled");
            assertThat(post(delivery, ":redirect", receivers.entry(1))
                            .expect(200)
                            .id("nextDeliveryId"))
                    .isEqualTo(next);
            post(delivery, ":redirect", receivers.entry(3)).refused(409, "decision-taken");
            post(delivery, ":cancel", REASON).refused(409, "decision-taken");
            toldOld.await("cancelled", parcel.id());
            toldNew.await("ready", parcel.id());
            assertThat(row(parcel, next).get("replaces").asText()).isEqualTo(delivery.toString());

            parcel.at(receivers.get(1), next).accept().fetch().confirm();
            receivers.get(1).get(parcel.path()).expect(200);
            assertThat(receivers
                            .get(1)
                            .get(parcel.path() + "/deliveries")
                            .expect(200)
                            .text())
                    .doesNotContain(delivery.toString());
            parcel.at(receivers.get(0), delivery).refusedConfirmation(409, "delivery-state-conflict");
            post(delivery(parcel, 2), ":cancel", REASON).expect(200);
            assertThat(database.packetState(parcel.id())).isEqualTo("DELIVERED");
            states.awaitErased(parcel);
        }
    }

    @Test
    @DisplayName(
            "refused: told by that event alone; sent again while the content is kept, otherwise a new packet is needed")
    void sentAgain() {
        Parcel parcel = sent(0, 1, 2);
        UUID refused = delivery(parcel, 0);
        parcel.at(receivers.get(0), refused).refuse();
        Answer entry = entry(refused);
        assertThat(entry.get("reason").asText()).isEqualTo("refused");
        assertThat(entry.get("detail").asText()).isEqualTo("Không thuộc thẩm quyền");
        assertThat(options(entry.json())).containsExactly("redirect", "cancel", "resend");
        assertThat(entry.json().has("toldAt")).isTrue();
        UUID again = post(refused, ":resend").expect(200).id("nextDeliveryId");
        assertThat(post(refused, ":resend").expect(200).id("nextDeliveryId")).isEqualTo(again);
        parcel.at(receivers.get(0), again).accept().fetch().confirm();
        assertThat(source.get(parcel.path()).expect(200).get("counts").toString())
                .contains("\"confirmed\":1", "\"refused\":1", "\"underWay\":2");

        UUID second = delivery(parcel, 1);
        parcel.at(receivers.get(1), second).refuse();
        parcel.at(receivers.get(2), delivery(parcel, 2)).accept().fetch().confirm();
        assertThat(database.packetState(parcel.id())).isEqualTo("DELIVERED");
        Answer gone = post(second, ":resend").refused(410, "content-gone");
        assertThat(gone.get("fix").asText()).contains("gói tin mới");
        post(second, ":redirect", receivers.entry(4)).refused(410, "content-gone");
        assertThat(options(entry(second).json())).containsExactly("cancel");
        post(second, ":cancel", REASON).expect(200);
        assertThat(states.eventsOf(parcel))
                .as("nobody was told twice")
                .isEqualTo(database.count(
                        "select count(distinct (application_id, type, delivery_id)) from event where packet_id = ?",
                        parcel.id()));
        assertThat(database.count(
                        "select count(*) from event where packet_id = ? and type = 'vn.lgsp.packet.undeliverable.v1'",
                        parcel.id()))
                .isZero();
    }

    @Test
    @DisplayName("content that is kept for the decision stays after the last delivery, and goes when the time is over")
    void kept() {
        Parcel parcel = sent(0, 1);
        UUID refused = delivery(parcel, 0);
        parcel.at(receivers.get(0), refused).refuse();
        keep(refused, "1 hour");
        parcel.at(receivers.get(1), delivery(parcel, 1)).accept().fetch().confirm();
        assertThat(database.packetState(parcel.id())).isEqualTo("PLANNED");
        assertThat(states.keys(parcel)).isEqualTo(1);
        UUID again = post(refused, ":resend").expect(200).id("nextDeliveryId");
        parcel.at(receivers.get(0), again).refuse();
        assertThat(database.packetState(parcel.id())).isEqualTo("DELIVERED");

        Parcel other = sent(0, 1);
        UUID undecided = delivery(other, 0);
        other.at(receivers.get(0), undecided).refuse();
        keep(undecided, "1 hour");
        other.at(receivers.get(1), delivery(other, 1)).accept().fetch().confirm();
        keep(undecided, "-1 second");
        Awaitility.await("ended").until(() -> database.packetState(other.id()).equals("DELIVERED"));
        states.awaitErased(other);
    }

    private void keep(UUID delivery, String interval) {
        database.update(
                "update undeliverable set keep_until = now() + cast(? as interval) where delivery_id = ?",
                interval,
                delivery);
    }

    @Test
    @DisplayName(
            "locked or suspended after the packet was planned: the source is told why; expired after that, it still decides")
    void barred() {
        try (Events told = Events.follow(source)) {
            Parcel parcel = sent(10, 11);
            agency(10, "LOCKED");
            application(11, "SUSPENDED");
            JsonNode data = told.await("undeliverable", parcel.id()).json().get("data");
            assertThat(data.get("deliveries").findValuesAsText("reason"))
                    .containsExactlyInAnyOrder("locked", "suspended");
            UUID delivery = delivery(parcel, 10);
            database.update("update delivery set deadline = now() where id = ?", delivery);
            told.await("expired", parcel.id());
            Answer expired = entry(delivery);
            assertThat(expired.get("reason").asText()).isEqualTo("expired");
            post(delivery, ":resend").refused(422, "recipient-not-active");
            source.post(parcel.path() + ":cancel", REASON).expect(200);
            assertThat(List.of(entry(delivery), entry(delivery(parcel, 11))))
                    .allSatisfy(
                            entry -> assertThat(entry.get("decision").asText()).isEqualTo("cancel"));
        } finally {
            agency(10, "ACTIVE");
            application(11, "ACTIVE");
        }
    }

    private void agency(int index, String state) {
        database.update(
                "update agency set state = ? where code = ?",
                state,
                receivers.get(index).agency());
    }

    private void application(int index, String state) {
        database.update(
                "update application set state = ? where agency_id = (select id from agency where code = ?)",
                state,
                receivers.get(index).agency());
    }

    @Test
    @DisplayName("a packet that was withdrawn before it was whole, or delivered, is not undeliverable")
    void notUndeliverable() {
        Parcel early = Parcel.uploaded(source, Application.destination(platform));
        source.post(early.path() + ":cancel", REASON).expect(200);
        source.get("/api/v1/undeliverable/" + early.delivery()).refused(404, "not-found");
        Parcel delivered = Parcel.sent(source, Application.destination(platform))
                .accept()
                .fetch()
                .confirm();
        post(delivered.delivery(), ":cancel", REASON).refused(404, "not-found");
    }

    private Parcel sent(int... destinations) {
        List<Map<String, String>> recipients =
                IntStream.of(destinations).mapToObj(receivers::entry).toList();
        return Parcel.granted(
                        source, receivers.get(0), Map.of("recipients", recipients, "dataType", receivers.dataType()))
                .upload("a.txt", new byte[] {1, 2, 3})
                .complete();
    }

    /** A packet that was not taken, and of which the source was told. */
    private Parcel late(int... destinations) {
        Parcel parcel = sent(destinations);
        overdue(parcel);
        Awaitility.await("told")
                .until(() -> database.count(
                                "select count(*) from undeliverable where packet_id = ? and told_at is not null",
                                parcel.id())
                        == destinations.length);
        return parcel;
    }

    private void overdue(Parcel parcel) {
        database.update("update delivery set report_at = now() where packet_id = ?", parcel.id());
    }

    private Answer post(UUID delivery, String verb, Map<String, ?> body) {
        return source.post("/api/v1/undeliverable/" + delivery + verb, body);
    }

    private Answer post(UUID delivery, String verb) {
        return source.post("/api/v1/undeliverable/" + delivery + verb);
    }

    private Answer entry(UUID delivery) {
        return source.get("/api/v1/undeliverable/" + delivery).expect(200);
    }

    private static List<String> options(JsonNode entry) {
        return entry.get("options").valueStream().map(JsonNode::asText).toList();
    }

    private JsonNode row(Parcel parcel, UUID delivery) {
        return source.get(parcel.path() + "/deliveries")
                .expect(200)
                .get("items")
                .valueStream()
                .filter(row -> row.get("id").asText().equals(delivery.toString()))
                .findFirst()
                .orElseThrow();
    }

    private UUID delivery(Parcel parcel, int index) {
        return deliveries(parcel).get(receivers.get(index).agency());
    }

    /** The first delivery to each agency. */
    private Map<String, UUID> deliveries(Parcel parcel) {
        return source.get(parcel.path())
                .expect(200)
                .get("deliveries")
                .valueStream()
                .collect(java.util.stream.Collectors.toMap(
                        one -> one.get("agency").asText(),
                        one -> UUID.fromString(one.get("id").asText()),
                        (a, b) -> a));
    }
}
