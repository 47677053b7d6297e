package vn.lgsp.tests.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Contract;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.http.Offer;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Resumable;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("One packet from agency to agency (Điều 8, 9)")
class JourneyIT {
    private static final byte[] LETTER = "Công văn số 12/STTTT".getBytes(UTF_8);
    private static final byte[] ANNEX = bytes(300_000);

    private final PlatformProcess platform = SharedPlatform.get();
    private final Application source = Application.source(platform);
    private final Application destination = Application.destination(platform);

    @Test
    @DisplayName("every step, as the source and the destination see it, with every operation of the contract")
    void wholeJourney() {
        try (Events told = Events.follow(destination);
                Events toldSource = Events.follow(source)) {
            UUID session = source.post("/api/v1/sessions").expect(201).id("id");
            source.post("/api/v1/sessions/" + session + "/heartbeat").expect(204);
            source.call("POST", "/api/v1/access-token")
                    .body("application/x-www-form-urlencoded", "grant_type=client_credentials".getBytes(UTF_8))
                    .send()
                    .expect(200);

            Parcel parcel = Parcel.granted(source, destination, Map.of("importance", "flash-scheduled"));
            source.put("/api/v1/spaces/" + parcel.space() + "/policy", Map.of("deadline", "2099-01-01T00:00:00.000Z"))
                    .expect(204);
            parcel.upload("Công văn.pdf", LETTER).upload("phụ lục 1.bin", ANNEX);
            assertThat(states(parcel)).containsExactly("uploading", "waiting", "empty");
            assertThat(told.about(parcel.id())).isEmpty();

            parcel.complete();
            told.await("ready", parcel.id());
            assertThat(waiting(parcel)).isTrue();
            Awaitility.await("the delivery counts as told")
                    .until(() -> states(parcel).equals(List.of("planned", "notified", "stored")));
            destination.get(parcel.deliveryPath()).expect(200);

            parcel.accept();
            toldSource.await("accepted", parcel.id());
            takeInParts(parcel);
            assertThat(states(parcel)).containsExactly("planned", "fetching", "stored");

            Answer confirmed = destination
                    .post(parcel.deliveryPath() + ":confirm", parcel.digests())
                    .expect(200);
            assertThat(confirmed.get("keyDestroyed").asBoolean()).isTrue();
            toldSource.await("confirmed", parcel.id());
            assertThat(states(parcel)).startsWith("delivered", "confirmed");
            assertErased(parcel);
            assertJourney(parcel);
            assertThat(source.get(parcel.path() + "/receipt").expect(200).get("files"))
                    .hasSize(2);
            assertThat(source.get(parcel.path() + "/deliveries")
                            .expect(200)
                            .get("items")
                            .get(0)
                            .get("receipt")
                            .get("deliveryId")
                            .asText())
                    .isEqualTo(parcel.delivery().toString());
            assertThat(destination
                            .get(parcel.path() + "/receipt")
                            .expect(200)
                            .get("deliveryId")
                            .asText())
                    .isEqualTo(parcel.delivery().toString());
            source.delete("/api/v1/sessions/" + session).expect(204);
        }
        theRest();
        assertEveryOperationExercised();
    }

    /** Whole, with a range, with an open range, and only the head. */
    private void takeInParts(Parcel parcel) {
        String annex = parcel.downloadFile("phụ lục 1.bin");
        Answer head = destination.call("HEAD", annex).send().expect(200);
        assertThat(head.header("Repr-Digest")).isEqualTo(ContentDigest.of(ANNEX));
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(ANNEX.length));
        assertThat(states(parcel)).containsExactly("planned", "accepted", "stored");

        Answer part = destination
                .call("GET", annex)
                .header("Range", "bytes=65530-131080")
                .send()
                .expect(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(ANNEX, 65_530, 131_081));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 65530-131080/300000");
        Answer tail = destination
                .call("GET", annex)
                .header("Range", "bytes=299999-")
                .header("If-Range", head.header("ETag"))
                .send()
                .expect(206);
        assertThat(tail.body()).isEqualTo(Arrays.copyOfRange(ANNEX, 299_999, 300_000));
        destination.call("GET", annex).header("Range", "bytes=300000-").send().refused(416, "range-not-satisfiable");
        parcel.fetch();
    }

    private void assertErased(Parcel parcel) {
        assertThat(platform.database()
                        .count(
                                "select count(*) from content where packet_id = ? and wrapped_key is not null",
                                parcel.id()))
                .as("content key in the database")
                .isZero();
        Awaitility.await("content erased")
                .until(() -> platform.database().contentState(parcel.id()).equals("ERASED"));
        assertThat(platform.database().column("select blob_id from packet_file where packet_id = ?", parcel.id()))
                .hasSize(2)
                .allSatisfy(blob -> assertThat(platform.blobs().of((UUID) blob)).isEmpty());
        assertThat(states(parcel)).containsExactly("delivered", "confirmed", "erased");
        destination.get(parcel.downloadFile("Công văn.pdf")).refused(410, "content-gone");
        assertErasureReceipt(parcel);
    }

    /** The same for both sides: what was there, and since when it is not. */
    private void assertErasureReceipt(Parcel parcel) {
        Answer receipt = source.get(parcel.path() + "/erasure").expect(200);
        assertThat(destination.get(parcel.path() + "/erasure").expect(200).json())
                .isEqualTo(receipt.json());
        assertThat(receipt.get("state").asText()).isEqualTo("delivered");
        JsonNode annex = receipt.get("files").get(1);
        assertThat(annex.get("name").asText()).isEqualTo("phụ lục 1.bin");
        assertThat(annex.get("size").asInt()).isEqualTo(ANNEX.length);
        assertThat(annex.get("digest").asText()).isEqualTo(ContentDigest.of(ANNEX));
        assertThat(Instant.parse(receipt.get("keyDestroyedAt").asText()))
                .isBeforeOrEqualTo(Instant.parse(receipt.get("erasedAt").asText()));
    }

    private void assertJourney(Parcel parcel) {
        List<String> steps = source.get(parcel.path() + "/journey").expect(200).get("steps").findParents("to").stream()
                .map(step -> step.get("subject").asText() + " " + step.get("to").asText())
                .toList();
        assertThat(steps)
                .containsSubsequence(
                        "packet requested",
                        "packet granted",
                        "packet uploading",
                        "packet received",
                        "packet planned",
                        "delivery notified",
                        "delivery accepted",
                        "delivery fetching",
                        "delivery confirmed",
                        "packet delivered",
                        "content shredded",
                        "content erased");
        assertThat(destination.get(parcel.path() + "/journey").expect(200).get("steps"))
                .hasSameSizeAs(steps);
    }

    /** A packet sent whole, taken as ever and confirmed by a request for many. */
    private void whole() {
        Map<String, Object> item = Parcel.request(destination);
        item.put("files", List.of(Map.of("name", "a.txt", "content", "YQ==")));
        String packet = source.post("/api/v1/packets:send", Map.of("items", List.of(item)))
                .expect(200)
                .get("results")
                .findValue("id")
                .asText();
        String delivery = source.get("/api/v1/packets/" + packet)
                .expect(200)
                .get("deliveries")
                .get(0)
                .get("id")
                .asText();
        Answer accepted =
                destination.post("/api/v1/deliveries/" + delivery + ":accept").expect(200);
        assertThat(destination
                        .get(accepted.json().findValue("url").asText())
                        .expect(200)
                        .text())
                .isEqualTo("a");
        Map<String, ?> confirmation = Map.of(
                "deliveryId", delivery, "files", List.of(Map.of("name", "a.txt", "digest", ContentDigest.of(new byte[] {
                    'a'
                }))));
        assertThat(destination
                        .post("/api/v1/deliveries:confirm", Map.of("items", List.of(confirmation)))
                        .expect(200)
                        .get("results")
                        .findValuesAsText("status"))
                .containsExactly("200");
    }

    /** What is not part of every journey. */
    private void theRest() {
        whole();
        Resumable upload = Resumable.begun(source, Parcel.granted(source, destination), "a.txt", 2);
        upload.send(0, new byte[1]);
        assertThat(upload.offset()).isEqualTo(1);
        upload.call("DELETE").send().expect(204);
        Parcel withdrawn = Parcel.sent(source, destination);
        source.post(withdrawn.path() + ":cancel", Map.of("reason", "Gửi nhầm")).expect(200);
        Parcel refused = Parcel.sent(source, destination);
        destination
                .post(refused.deliveryPath() + ":refuse", Map.of("reason", "Không thuộc thẩm quyền"))
                .expect(200);
        assertThat(source.get("/api/v1/packets?state=cancelled&limit=200")
                        .expect(200)
                        .json()
                        .findValuesAsText("id"))
                .contains(withdrawn.id().toString());
        assertThat(source.get("/api/v1/agencies?q=hai+duong").expect(200).get("items"))
                .isNotEmpty();
        source.get("/api/v1/agencies/" + destination.agency()).expect(200);
        source.get("/api/v1/policies").expect(200);
        assertThat(source.get("/api/v1/codes/" + destination.agency())
                        .expect(200)
                        .get("state")
                        .asText())
                .isEqualTo("active");
        assertThat(source.get("/api/v1/agencies/changes?limit=5").expect(200).get("items"))
                .hasSize(5);
        assertThat(source.get("/api/v1/access-rights:explain?dataType=file&destination=" + destination.agency())
                        .expect(200)
                        .get("allowed")
                        .asBoolean())
                .isTrue();
        tickets();
        undeliverable();
        dataTypes();
        source.call("GET", "/api/v1/time").unsigned().send().expect(200);
        for (String published : List.of("ca.crt", "ca.pem", "ca.crl", "crl.pem")) {
            source.call("GET", "/api/v1/certificate-authority/" + published)
                    .unsigned()
                    .send()
                    .expect(200);
        }
        JsonNode errors = source.call("GET", "/api/v1/errors")
                .unsigned()
                .send()
                .expect(200)
                .get("items");
        source.call("GET", "/api/v1/errors/" + errors.get(0).get("code").asText())
                .unsigned()
                .send()
                .expect(200);
    }

    /** What could not be delivered; UndeliverableIT looks closer. */
    private void undeliverable() {
        Parcel parcel = Parcel.sent(source, destination).refuse();
        String entry = "/api/v1/undeliverable/" + parcel.delivery();
        source.get("/api/v1/undeliverable").expect(200);
        source.get(entry).expect(200);
        source.post(entry + ":wait", Map.of("until", States.soon(60))).refused(409, "delivery-state-conflict");
        source.post(entry + ":redirect", Map.of("agency", destination.agency())).refused(410, "content-gone");
        source.post(entry + ":resend").refused(410, "content-gone");
        source.post(entry + ":cancel", Map.of("reason", "Đã gửi bằng giấy")).expect(200);
        Map<String, String> reason = Map.of("reason", "Từ chối nhầm");
        destination.post(parcel.deliveryPath() + ":request-resend", reason).expect(200);
        source.get("/api/v1/resend-requests").expect(200);
        Map<String, Object> simulated = Parcel.request(destination);
        simulated.remove("protocol");
        source.post("/api/v1/routes:simulate", simulated).expect(200);
        source.post(parcel.path() + ":recall", reason).refused(409, "packet-state-conflict");
    }

    /** What is open to applications of the rules for content; the platform's own types have none. */
    private void dataTypes() {
        assertThat(source.get("/api/v1/data-types").expect(200).get("items").findValuesAsText("code"))
                .contains("file");
        source.get("/api/v1/data-types/file").expect(200);
        String first =
                source.get("/api/v1/data-types/file/versions/1").expect(200).text();
        assertThat(first).contains("published");
        source.get("/api/v1/data-types/file/versions/1/documents/a.xsd").refused(404, "not-found");
        assertThat(source.call("POST", "/api/v1/data-types/file/versions/1:validate?name=a.txt")
                        .body("text/plain", new byte[1])
                        .send()
                        .expect(200)
                        .get("valid")
                        .asBoolean())
                .isTrue();
        source.get("/api/v1/transformations").expect(200);
        source.get("/api/v1/transformations/khong-co").refused(404, "not-found");
        source.get("/api/v1/transformations/khong-co/versions/1").refused(404, "not-found");
        source.call("POST", "/api/v1/transformations/khong-co/versions/1:try?name=a.xml")
                .body("application/xml", new byte[1])
                .send()
                .refused(404, "not-found");
        source.get("/api/v1/code-lists").expect(200);
        source.get("/api/v1/code-lists/khong-co").refused(404, "not-found");
        source.get("/api/v1/code-lists/khong-co/versions/1/entries").refused(404, "not-found");
    }

    /** Calling the service of another application; IntrospectionIT and AccessProtocolIT look closer. */
    private void tickets() {
        Offer offer = Offer.of(platform, destination, null, "lookup").permit(source, "lookup");
        source.call("GET", "/.well-known/oauth-authorization-server")
                .unsigned()
                .send()
                .expect(200);
        source.call("GET", "/oauth2/jwks").unsigned().send().expect(200);
        String ticket = source.call("POST", "/oauth2/token")
                .form(offer.asking())
                .send()
                .expect(200)
                .get("access_token")
                .asText();
        offer.policy(false, "PLATFORM", null);
        assertThat(destination
                        .call("POST", "/oauth2/introspect")
                        .form(Map.of("token", ticket))
                        .send()
                        .expect(200)
                        .get("active")
                        .asBoolean())
                .isTrue();
        source.call("POST", "/oauth2/revoke")
                .form(Map.of("token", ticket))
                .send()
                .expect(200);
    }

    private void assertEveryOperationExercised() {
        Set<String> exercised = new TreeSet<>(source.exercised());
        exercised.addAll(destination.exercised());
        assertThat(exercised)
                .isEqualTo(Contract.get().operations().stream()
                        .filter(Contract.Operation::forApplications)
                        .map(Contract.Operation::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private boolean waiting(Parcel parcel) {
        return destination.get("/api/v1/inbox?limit=200").expect(200).json().findValuesAsText("packetId").stream()
                .anyMatch(parcel.id().toString()::equals);
    }

    private List<String> states(Parcel parcel) {
        Answer packet = source.get(parcel.path()).expect(200);
        return List.of(
                packet.get("state").asText(),
                packet.get("deliveries").get(0).get("state").asText(),
                packet.get("content").asText());
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(8).nextBytes(bytes);
        return bytes;
    }
}
