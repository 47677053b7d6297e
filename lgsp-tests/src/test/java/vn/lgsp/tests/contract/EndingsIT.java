package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName(
        "A packet that does not arrive ends in one of the other ways, told to whom it concerns (Điều 5.2, 5.4, 5.9)")
class EndingsIT {
    private static final Map<String, String> REASON = Map.of("reason", "Lý do kiểm thử");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final States states = new States(platform);

    @Test
    @DisplayName(
            "withdrawn before it was taken: the key is gone, the destination is told, a second time changes nothing")
    void cancelled() {
        try (Events told = Events.follow(destination)) {
            Parcel parcel = Parcel.sent(source, destination).accept();
            source.post(parcel.path() + ":cancel", REASON).expect(200);
            source.post(parcel.path() + ":cancel", REASON).expect(200);
            told.await("cancelled", parcel.id());
            destination.get(parcel.downloadFile(parcel.firstFile())).refused(410, "content-gone");
            destination.post(parcel.deliveryPath() + ":accept").refused(409, "delivery-state-conflict");
            assertThat(platform.database().packetState(parcel.id())).isEqualTo("CANCELLED");
            assertThat(states.keys(parcel)).isZero();
            states.awaitErased(parcel);
        }
    }

    @Test
    @DisplayName("withdrawn before anything was complete: the destination never hears of it")
    void cancelledEarly() {
        Parcel parcel = Parcel.uploaded(source, destination);
        source.post(parcel.path() + ":cancel", REASON).expect(200);
        assertThat(states.eventsOf(parcel)).isZero();
        source.post(parcel.path() + ":complete", parcel.digests()).refused(409, "packet-state-conflict");
        source.call("PUT", parcel.file("b.txt"))
                .body("text/plain", new byte[1])
                .send()
                .refused(409, "space-closed");
        states.awaitErased(parcel);
    }

    @Test
    @DisplayName("not withdrawn any more once the destination takes it")
    void cancelledTooLate() {
        Parcel parcel = Parcel.sent(source, destination).accept().fetch();
        source.post(parcel.path() + ":cancel", REASON).refused(409, "packet-state-conflict");
        states.assertStates(parcel, "PLANNED", "FETCHING", "STORED");
    }

    @Test
    @DisplayName("a reason is needed to withdraw or refuse")
    void noReason() {
        Parcel parcel = Parcel.sent(source, destination);
        source.post(parcel.path() + ":cancel", Map.of("reason", " ")).refused(422, "request-invalid");
        destination.post(parcel.deliveryPath() + ":refuse", Map.of()).refused(422, "request-invalid");
        assertThat(platform.database().packetState(parcel.id())).isEqualTo("PLANNED");
    }

    @Test
    @DisplayName("refused: the source is told and reads the reason, the content is destroyed")
    void refused() {
        try (Events told = Events.follow(source)) {
            Parcel parcel = Parcel.sent(source, destination);
            destination.post(parcel.deliveryPath() + ":refuse", REASON).expect(200);
            destination.post(parcel.deliveryPath() + ":refuse", REASON).expect(200);
            told.await("refused", parcel.id());
            Answer packet = source.get(parcel.path()).expect(200);
            assertThat(packet.get("state").asText()).isEqualTo("undelivered");
            assertThat(packet.get("deliveries").get(0).get("reason").asText()).isEqualTo(REASON.get("reason"));
            assertThat(states.keys(parcel)).isZero();
            states.awaitErased(parcel);
        }
    }

    @Test
    @DisplayName("not confirmed by its deadline it expires; both sides are told, the content is destroyed")
    void deadline() {
        try (Events toldSource = Events.follow(source);
                Events toldDestination = Events.follow(destination)) {
            Parcel parcel = Parcel.uploaded(source, destination)
                    .policy(Map.of("deadline", "2099-01-01T00:00:00.000Z"))
                    .complete();
            toldDestination.await("ready", parcel.id());
            assertThat(platform.database()
                            .update("update delivery set deadline = now() where id = ?", parcel.delivery()))
                    .isEqualTo(1);
            toldDestination.await("expired", parcel.id());
            toldSource.await("expired", parcel.id());
            assertThat(platform.database().packetState(parcel.id())).isEqualTo("UNDELIVERED");
            destination.post(parcel.deliveryPath() + ":accept").refused(409, "delivery-state-conflict");
            states.awaitErased(parcel);
        }
    }

    @Test
    @DisplayName("damaged on disk it is not delivered: quarantined, key destroyed, both sides told")
    void damaged() {
        damaged(new byte[200_000], blob -> platform.blobs().damage(blob));
    }

    @Test
    @DisplayName("damaged in its row neither")
    void damagedRow() {
        damaged(new byte[2_000], blob -> assertThat(platform.database()
                        .update(
                                "update small_content set sealed = set_byte(sealed, 1000, get_byte(sealed, 1000) # 1) where blob_id = ?",
                                blob))
                .isEqualTo(1));
    }

    private void damaged(byte[] content, Consumer<UUID> damage) {
        try (Events toldSource = Events.follow(source);
                Events toldDestination = Events.follow(destination)) {
            Parcel parcel = Parcel.granted(source, destination)
                    .upload("a.bin", content)
                    .complete()
                    .accept();
            UUID blob =
                    (UUID) platform.database().one("select blob_id from packet_file where packet_id = ?", parcel.id());
            damage.accept(blob);
            assertThat(taken(parcel)).isNotEqualTo(content);
            toldSource.await("quarantined", parcel.id());
            toldDestination.await("quarantined", parcel.id());
            assertThat(platform.database().packetState(parcel.id())).isEqualTo("QUARANTINED");
            assertThat(states.keys(parcel)).isZero();
            destination
                    .post(parcel.deliveryPath() + ":confirm", parcel.digests())
                    .refused(409, "delivery-state-conflict");
            states.awaitErased(parcel);
        }
    }

    /** Whatever of the file came before the platform noticed; never all of it. */
    private byte[] taken(Parcel parcel) {
        try (var in =
                destination.call("GET", parcel.downloadFile("a.bin")).open().body()) {
            return in.readAllBytes();
        } catch (java.io.IOException brokenOff) {
            return new byte[0];
        }
    }
}
