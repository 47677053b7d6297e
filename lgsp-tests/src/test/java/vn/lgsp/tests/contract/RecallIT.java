package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName(
        "A source recalls what was not confirmed; a destination asks to be sent again what was erased (Điều 5.9, 5.3)")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecallIT {
    private static final Map<String, String> REASON = Map.of("reason", "Gửi nhầm phụ lục");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final States states = new States(platform);
    private Receivers receivers;

    @BeforeAll
    void enter() {
        receivers = new Receivers(platform, source, 4);
    }

    @Test
    @DisplayName(
            "from each that has not confirmed, also who is taking it; who confirmed keeps it; each is told of its own")
    void recalled() {
        try (Events toldTaking = Events.follow(receivers.get(1));
                Events toldDone = Events.follow(receivers.get(0))) {
            Parcel parcel = Parcel.granted(
                            source,
                            receivers.get(0),
                            Map.of(
                                    "recipients",
                                    List.of(
                                            receivers.entry(0),
                                            receivers.entry(1),
                                            receivers.entry(2),
                                            receivers.entry(3)),
                                    "dataType",
                                    receivers.dataType()))
                    .upload("a.txt", new byte[] {1, 2, 3})
                    .complete();
            JsonNode rows = source.get(parcel.path()).expect(200).get("deliveries");
            parcel.at(receivers.get(0), id(rows, 0)).accept().fetch().confirm();
            Parcel taking = parcel.at(receivers.get(1), id(rows, 1)).accept().fetch();
            parcel.at(receivers.get(3), id(rows, 3)).refuse();
            source.post(parcel.path() + ":cancel", REASON).refused(409, "packet-state-conflict");
            source.post(parcel.path() + ":recall", Map.of()).refused(422, "request-invalid");

            Answer recall = source.post(parcel.path() + ":recall", REASON).expect(200);
            assertThat(recall.get("deliveries").findValuesAsText("recalled"))
                    .containsExactlyInAnyOrder("false", "true", "true", "false");
            assertThat(recall.get("packet").get("state").asText()).isEqualTo("delivered");
            toldTaking.await("cancelled", parcel.id());
            taking.refusedConfirmation(409, "delivery-state-conflict");
            receivers.get(1).get(taking.downloadFile("a.txt")).refused(410, "content-gone");
            receivers
                    .get(2)
                    .post("/api/v1/deliveries/" + id(rows, 2) + ":accept")
                    .refused(409, "delivery-state-conflict");
            assertThat(toldDone.about(parcel.id()))
                    .extracting(Events.Event::type)
                    .doesNotContain("vn.lgsp.packet.cancelled.v1");
            assertThat(source.post(parcel.path() + ":recall", REASON)
                            .expect(200)
                            .get("deliveries"))
                    .isEqualTo(recall.get("deliveries"));
            states.awaitErased(parcel);
        }
    }

    private static UUID id(JsonNode deliveries, int index) {
        return UUID.fromString(deliveries.get(index).get("id").asText());
    }

    @Test
    @DisplayName("from all: the packet counts as withdrawn; from nobody it cannot be recalled")
    void fromAll() {
        Parcel parcel = Parcel.sent(source, destination).accept().fetch();
        assertThat(source.post(parcel.path() + ":recall", REASON)
                        .expect(200)
                        .get("packet")
                        .get("state")
                        .asText())
                .isEqualTo("cancelled");
        states.assertStates(
                parcel, "CANCELLED", "CANCELLED", platform.database().contentState(parcel.id()));
        assertThat(states.keys(parcel)).isZero();
        Parcel delivered = Parcel.sent(source, destination).accept().fetch().confirm();
        source.post(delivered.path() + ":recall", REASON).refused(409, "packet-state-conflict");
        Parcel refused = Parcel.sent(source, destination).refuse();
        source.post(refused.path() + ":recall", REASON).refused(409, "packet-state-conflict");
    }

    @Test
    @DisplayName(
            "asked for after it was erased: the source is told once, sends a new packet that names the old one, and both are linked")
    void sentAgain() {
        try (Events told = Events.follow(source)) {
            Parcel parcel = Parcel.sent(source, destination).accept().fetch();
            String ask = parcel.deliveryPath() + ":request-resend";
            destination.post(ask, REASON).refused(409, "delivery-state-conflict");
            parcel.confirm();
            destination.post(ask, Map.of("reason", " ")).refused(422, "request-invalid");
            Answer asked = destination.post(ask, REASON).expect(200);
            assertThat(asked.json().has("answeredBy")).isFalse();
            assertThat(destination
                            .post(ask, Map.of("reason", "Lần hai"))
                            .expect(200)
                            .json())
                    .isEqualTo(asked.json());
            told.await("resend-requested", parcel.id());
            assertThat(open()).contains(parcel.delivery().toString());

            Parcel again = Parcel.granted(
                    source, destination, Map.of("resendOf", parcel.id().toString()));
            assertThat(source.get(again.path()).expect(200).get("resendOf").asText())
                    .isEqualTo(parcel.id().toString());
            JsonNode old = source.get(parcel.path()).expect(200).json();
            assertThat(old.get("resentAs").get(0).asText()).isEqualTo(again.id().toString());
            assertThat(old.get("resendRequests").get(0).get("answeredBy").asText())
                    .isEqualTo(again.id().toString());
            assertThat(open()).doesNotContain(parcel.delivery().toString());
            assertThat(destination.get(parcel.path()).expect(200).json().has("resentAs"))
                    .isFalse();
            assertThat(told.about(parcel.id()).stream()
                            .filter(event -> event.type().contains("resend")))
                    .hasSize(1);
        }
    }

    private List<String> open() {
        return source.get("/api/v1/resend-requests?limit=200")
                .expect(200)
                .get("items")
                .findValuesAsText("deliveryId");
    }

    @Test
    @DisplayName(
            "sent anew after a refusal: what was to be decided is decided by it; only own packets can be sent again")
    void decidedByIt() {
        Parcel refused = Parcel.sent(source, destination).refuse();
        Parcel again = Parcel.granted(
                source, destination, Map.of("resendOf", refused.id().toString()));
        Answer entry = source.get("/api/v1/undeliverable/" + refused.delivery()).expect(200);
        assertThat(entry.get("decision").asText()).isEqualTo("resend");
        assertThat(entry.get("nextDeliveryId").asText())
                .isEqualTo(again.delivery().toString());
        for (String other : List.of(UUID.randomUUID().toString(), "x")) {
            Map<String, Object> request = Parcel.request(destination);
            request.put("resendOf", other);
            Answer answer = source.post("/api/v1/packets", request).refused(422, "request-invalid");
            assertThat(answer.get("errors").findValuesAsText("field")).containsExactly("resendOf");
        }
        Map<String, Object> foreign = Parcel.request(source);
        foreign.put("resendOf", refused.id().toString());
        destination.post("/api/v1/packets", foreign).refused(422, "request-invalid");
        source.get("/api/v1/resend-requests?state=x").refused(422, "request-invalid");
        source.get("/api/v1/resend-requests?state=answered").expect(200);
        source.get("/api/v1/resend-requests?state=all&limit=1").expect(200);
    }

    @Test
    @DisplayName("withdrawn by its source it is not asked for again")
    void notAfterARecall() {
        Parcel parcel = Parcel.sent(source, destination).accept().fetch();
        source.post(parcel.path() + ":recall", REASON).expect(200);
        destination.post(parcel.deliveryPath() + ":request-resend", REASON).refused(409, "delivery-state-conflict");
    }
}
