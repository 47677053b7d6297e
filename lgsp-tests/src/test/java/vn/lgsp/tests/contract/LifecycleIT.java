package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("A packet takes each step once and in order (Điều 8.4 – 9.3)")
class LifecycleIT {
    private static final Map<String, String> REASON = Map.of("reason", "Lý do kiểm thử");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);
    private final States states = new States(platform);

    @Test
    @DisplayName("completion with another digest, a missing file or an unknown one is refused; nothing is planned")
    void wrongCompletion() {
        Parcel parcel = Parcel.uploaded(source, destination);
        source.post(parcel.path() + ":complete", parcel.wrongDigests()).refused(409, "content-mismatch");
        source.post(parcel.path() + ":complete", files("khác.txt")).refused(409, "content-missing");
        source.post(parcel.path() + ":complete", Map.of("files", List.of())).refused(422, "request-invalid");
        states.assertStates(parcel, "UPLOADING", "WAITING", "EMPTY");
        assertThat(states.eventsOf(parcel)).isZero();
        parcel.complete();
    }

    @Test
    @DisplayName("completion without any content is refused")
    void nothingUploaded() {
        Parcel parcel = Parcel.granted(source, destination);
        source.post(parcel.path() + ":complete", files("a.txt")).refused(409, "content-missing");
        states.assertStates(parcel, "GRANTED", "WAITING", "EMPTY");
    }

    @Test
    @DisplayName("completion a second time answers the same and tells nobody again; the space is closed")
    void completedTwice() {
        Parcel parcel = Parcel.sent(source, destination);
        Answer again =
                source.post(parcel.path() + ":complete", parcel.digests()).expect(200);
        assertThat(again.get("state").asText()).isEqualTo("planned");
        source.post(parcel.path() + ":complete", parcel.wrongDigests()).refused(409, "content-mismatch");
        source.call("PUT", parcel.file("b.txt"))
                .body("text/plain", new byte[1])
                .send()
                .refused(409, "space-closed");
        assertThat(states.eventsOf(parcel)).isEqualTo(1);
    }

    @Test
    @DisplayName("the destination takes nothing before it accepts, and confirms nothing before it takes")
    void order() {
        Parcel parcel = Parcel.sent(source, destination);
        destination.post(parcel.deliveryPath() + ":confirm", parcel.digests()).refused(409, "content-not-fetched");
        parcel.accept();
        destination.post(parcel.deliveryPath() + ":confirm", parcel.digests()).refused(409, "content-not-fetched");
        parcel.fetch().confirm();
    }

    @Test
    @DisplayName("a delivery does not exist for its destination before the packet is complete")
    void notAnnounced() {
        Parcel parcel = Parcel.uploaded(source, destination);
        destination.get(parcel.path()).refused(404, "not-found");
        destination.get(parcel.path() + "/journey").refused(404, "not-found");
        assertThat(received()).doesNotContain(parcel.id().toString());
        destination.get(parcel.deliveryPath()).refused(404, "not-found");
        destination.post(parcel.deliveryPath() + ":accept").refused(404, "not-found");
        destination.post(parcel.deliveryPath() + ":confirm", parcel.digests()).refused(404, "not-found");
        destination.post(parcel.deliveryPath() + ":refuse", REASON).refused(404, "not-found");
        states.assertStates(parcel, "UPLOADING", "WAITING", "EMPTY");
    }

    @Test
    @DisplayName(
            "confirmation with another digest is refused; the content stays, and the right one is taken afterwards")
    void wrongConfirmation() {
        Parcel parcel = Parcel.sent(source, destination).accept().fetch();
        destination
                .post(parcel.deliveryPath() + ":confirm", parcel.wrongDigests())
                .refused(409, "received-digest-mismatch");
        destination.post(parcel.deliveryPath() + ":confirm", files("khác.txt")).refused(409, "content-missing");
        states.assertStates(parcel, "PLANNED", "FETCHING", "STORED");
        assertThat(states.keys(parcel)).isEqualTo(1);
        source.get(parcel.path() + "/receipt").refused(404, "not-found");
        parcel.fetch().confirm();
    }

    @Test
    @DisplayName("confirmation a second time answers the same receipt; another content is refused even then")
    void confirmedTwice() {
        Parcel parcel = Parcel.sent(source, destination).accept().fetch();
        Answer first = destination
                .post(parcel.deliveryPath() + ":confirm", parcel.digests())
                .expect(200);
        Answer second = destination
                .post(parcel.deliveryPath() + ":confirm", parcel.digests())
                .expect(200);
        assertThat(second.get("confirmedAt")).isEqualTo(first.get("confirmedAt"));
        destination
                .post(parcel.deliveryPath() + ":confirm", parcel.wrongDigests())
                .refused(409, "received-digest-mismatch");
        destination.post(parcel.deliveryPath() + ":refuse", REASON).refused(409, "delivery-state-conflict");
        destination.post(parcel.deliveryPath() + ":accept").refused(409, "delivery-state-conflict");
        source.post(parcel.path() + ":cancel", REASON).refused(409, "packet-state-conflict");
        assertThat(platform.database()
                        .count(
                                "select count(*) from packet_history where packet_id = ? and to_state = 'CONFIRMED'",
                                parcel.id()))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("not to be announced yet: the destination sees nothing until then")
    void notBefore() {
        try (Events told = Events.follow(destination)) {
            Parcel parcel = Parcel.uploaded(source, destination)
                    .policy(Map.of("notBefore", "2099-01-01T00:00:00.000Z"))
                    .complete();
            destination.get(parcel.deliveryPath()).refused(404, "not-found");
            destination.post(parcel.deliveryPath() + ":accept").refused(404, "not-found");
            destination.get(parcel.path()).refused(404, "not-found");
            assertThat(received()).doesNotContain(parcel.id().toString());
            assertThat(states.eventsOf(parcel)).isZero();

            platform.database().update("update delivery set not_before = now() where id = ?", parcel.delivery());
            told.await("ready", parcel.id());
            assertThat(received()).contains(parcel.id().toString());
            parcel.accept().fetch().confirm();
        }
    }

    private List<String> received() {
        return destination
                .get("/api/v1/packets?direction=received&limit=200")
                .expect(200)
                .json()
                .findValuesAsText("id");
    }

    @Test
    @DisplayName("a policy that cannot be kept is refused")
    void senselessPolicy() {
        Parcel parcel = Parcel.granted(source, destination);
        String policy = "/api/v1/spaces/" + parcel.space() + "/policy";
        source.put(policy, Map.of("deadline", "2020-01-01T00:00:00.000Z")).refused(422, "request-invalid");
        source.put(policy, Map.of("deadline", States.soon(10), "notBefore", States.soon(20)))
                .refused(422, "request-invalid");
        source.put(policy, Map.of("deadline", "tomorrow")).refused(422, "request-invalid");
        assertThat(source.get(parcel.path()).json().at("/policy/deadline").isMissingNode())
                .isTrue();
    }

    @Test
    @DisplayName("the space of an accepted delivery runs out and is renewed by accepting again")
    void downloadSpaceExpired() {
        Parcel parcel = Parcel.sent(source, destination).accept();
        platform.database()
                .update(
                        "update space set expires_at = now() - interval '1 second' where id = ?",
                        parcel.downloadSpace());
        destination.get(parcel.downloadFile(parcel.firstFile())).refused(410, "space-expired");
        parcel.accept().fetch().confirm();
    }

    @Test
    @DisplayName("whoever lost the connection hears what came meanwhile, in order and without a gap")
    void resumedEvents() {
        String newest = Events.newest(destination);
        Parcel first = Parcel.sent(source, destination);
        Parcel second = Parcel.sent(source, destination);
        try (Events told = Events.after(destination, newest)) {
            long one = told.await("ready", first.id()).number();
            long two = told.await("ready", second.id()).number();
            assertThat(one).isGreaterThan(Long.parseLong(newest));
            assertThat(two).isGreaterThan(one);
            try (Events later = Events.after(destination, Long.toString(one))) {
                later.await("ready", second.id());
                assertThat(later.about(first.id())).isEmpty();
            }
        }
        assertThat(
                        platform.database()
                                .count(
                                        """
                                select count(*) from (select e.application_id, max(seq) - min(seq) + 1 - count(*) as gaps
                                    from event e group by e.application_id) g where gaps <> 0
                                """))
                .as("gaps")
                .isZero();
    }

    private static Map<String, Object> files(String name) {
        return Map.of("files", List.of(Map.of("name", name, "digest", ContentDigest.of(new byte[1]))));
    }
}
