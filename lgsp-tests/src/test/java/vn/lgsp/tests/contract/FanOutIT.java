package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
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
import vn.lgsp.tests.platform.Province;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;

/** One story of forty destinations and what is refused of it, with the receivers made once for all: over 300 lines. */
@DisplayName("One packet to many destinations, each with its own delivery (Điều 5.1)")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FanOutIT {
    private static final int DESTINATIONS = 40;
    private static final int CONFIRMING = 37;
    private static final int LATE = DESTINATIONS - 1;
    private static final Map<String, String> REASON = Map.of("reason", "Không thuộc thẩm quyền");

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Application source = Application.source(platform);
    private Receivers receivers;

    @BeforeAll
    void enter() {
        receivers = new Receivers(platform, source, DESTINATIONS);
    }

    @Test
    @DisplayName("to a group and to agencies, 40 in all: 37 confirm at once, two refuse, one never comes")
    void fortyDestinations() throws Exception {
        List<String> members = new ArrayList<>(
                IntStream.range(0, 38).mapToObj(i -> receivers.get(i).agency()).toList());
        members.add(source.agency());
        try (Events told = Events.follow(source)) {
            Parcel parcel = granted(List.of(
                            Map.of("group", receivers.group(members)),
                            receivers.entry(0),
                            Map.of("agency", newForm(38)),
                            receivers.entry(38),
                            receivers.entry(LATE)))
                    .upload("văn bản.txt", "Kính gửi".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .complete();
            Map<String, UUID> deliveries = deliveries(parcel.id());
            assertThat(deliveries)
                    .containsOnlyKeys(
                            receivers.all().stream().map(Application::agency).toList());
            assertCounts(parcel, 40, 0, 0, 0);
            everyOneTold(parcel);

            List<Callable<Parcel>> acts = new ArrayList<>();
            for (int i = 0; i < CONFIRMING; i++) {
                Parcel own = parcel.at(receivers.get(i), delivery(deliveries, i));
                acts.add(() -> own.accept().fetch().confirm());
            }
            for (int i = CONFIRMING; i < LATE; i++) {
                Application refusing = receivers.get(i);
                String path = "/api/v1/deliveries/" + delivery(deliveries, i);
                acts.add(() -> {
                    refusing.post(path + ":refuse", REASON).expect(200);
                    return null;
                });
            }
            List<Parcel> done = atOnce(acts);

            assertCounts(parcel, 1, 37, 2, 0);
            assertThat(database.packetState(parcel.id())).isEqualTo("PLANNED");
            assertThat(new States(platform).keys(parcel)).isEqualTo(1);
            receivers.get(0).get(done.get(0).downloadFile(parcel.firstFile())).refused(410, "content-gone");
            assertAlone(parcel, 0, deliveries);
            assertReceipts(parcel, deliveries);

            Parcel late = parcel.at(receivers.get(LATE), delivery(deliveries, LATE));
            late.accept().fetch();
            assertThat(database.update("update delivery set deadline = now() where id = ?", late.delivery()))
                    .isEqualTo(1);
            told.await("expired", parcel.id());
            late.refusedConfirmation(409, "delivery-state-conflict");
            assertCounts(parcel, 0, 37, 2, 1);
            assertThat(database.packetState(parcel.id())).isEqualTo("DELIVERED");
            assertThat(new States(platform).keys(parcel)).isZero();
            new States(platform).awaitErased(parcel);
            receivers.get(LATE).get(late.downloadFile(parcel.firstFile())).refused(410, "content-gone");
            assertTold(parcel, told);
        }
    }

    private Parcel granted(List<? extends Map<String, String>> recipients) {
        return Parcel.granted(
                source, receivers.get(0), Map.of("recipients", recipients, "dataType", receivers.dataType()));
    }

    private String newForm(int index) {
        return (String) database.one(
                "select code_qd20 from agency where code = ?",
                receivers.get(index).agency());
    }

    private Map<String, UUID> deliveries(UUID packet) {
        Map<String, UUID> found = new java.util.HashMap<>();
        for (JsonNode one : source.get("/api/v1/packets/" + packet).expect(200).get("deliveries")) {
            found.put(one.get("agency").asText(), UUID.fromString(one.get("id").asText()));
        }
        return found;
    }

    private UUID delivery(Map<String, UUID> deliveries, int index) {
        return deliveries.get(receivers.get(index).agency());
    }

    private void assertCounts(Parcel parcel, int underWay, int confirmed, int refused, int expired) {
        JsonNode counts = source.get(parcel.path()).expect(200).get("counts");
        assertThat(Stream.of("underWay", "confirmed", "refused", "expired", "cancelled", "failed")
                        .map(name -> counts.get(name).asInt()))
                .containsExactly(underWay, confirmed, refused, expired, 0, 0);
    }

    /** Each destination has the one event that something waits, about its own delivery. */
    private void everyOneTold(Parcel parcel) {
        assertThat(database.count(
                        """
                        select count(distinct d.id) from event e join delivery d on d.id = e.delivery_id
                        where e.packet_id = ? and e.type = 'vn.lgsp.packet.ready.v1' and e.application_id = d.destination_application_id
                        """,
                        parcel.id()))
                .isEqualTo(DESTINATIONS);
        assertThat(database.count("select count(*) from event where packet_id = ?", parcel.id()))
                .isEqualTo(DESTINATIONS);
    }

    /** What a destination sees: itself, and nobody else. */
    private void assertAlone(Parcel parcel, int index, Map<String, UUID> deliveries) {
        Application destination = receivers.get(index);
        String own = delivery(deliveries, index).toString();
        UUID other = delivery(deliveries, index + 1);
        Answer packet = destination.get(parcel.path()).expect(200);
        assertThat(packet.get("deliveries").findValuesAsText("id")).containsExactly(own);
        assertThat(packet.json().has("counts")).isFalse();
        Answer rows = destination.get(parcel.path() + "/deliveries").expect(200);
        assertThat(rows.get("items")).hasSize(1);
        assertThat(rows.get("items").get(0).get("id").asText()).isEqualTo(own);
        Answer journey = destination.get(parcel.path() + "/journey").expect(200);
        assertThat(journey.get("steps").findParents("subject").stream()
                        .filter(step -> step.get("subject").asText().equals("delivery"))
                        .map(step -> step.get("subjectId").asText()))
                .isNotEmpty()
                .containsOnly(own);
        Answer receipt = destination.get(parcel.path() + "/receipt").expect(200);
        assertThat(receipt.get("deliveryId").asText()).isEqualTo(own);
        for (Answer seen : List.of(packet, rows, journey, receipt)) {
            assertThat(seen.text()).doesNotContain(receivers.get(index + 1).agency(), other.toString());
        }
        destination.get(parcel.path() + "/receipt?delivery=" + other).refused(404, "not-found");
        destination.get("/api/v1/deliveries/" + other).refused(404, "not-found");
        destination.post("/api/v1/deliveries/" + other + ":refuse", REASON).refused(404, "not-found");
        receivers.get(LATE).get(parcel.path() + "/receipt").refused(404, "not-found");
        Application.bystander(platform).get(parcel.path() + "/deliveries").refused(404, "not-found");
    }

    /** What the source sees: a receipt of each that confirmed, the reason of each that refused. */
    private void assertReceipts(Parcel parcel, Map<String, UUID> deliveries) {
        JsonNode rows = source.get(parcel.path() + "/deliveries").expect(200).get("items");
        assertThat(rows).hasSize(DESTINATIONS);
        for (JsonNode row : rows) {
            boolean confirmed = row.get("state").asText().equals("confirmed");
            assertThat(row.has("receipt")).isEqualTo(confirmed);
            if (confirmed) {
                assertThat(row.get("receipt").get("deliveryId")).isEqualTo(row.get("id"));
                assertThat(row.get("receipt").get("keyDestroyed").asBoolean()).isFalse();
            }
            assertThat(row.has("reason")).isEqualTo(row.get("state").asText().equals("refused"));
        }
        String receipt = parcel.path() + "/receipt";
        assertThat(source.get(receipt).refused(422, "request-invalid").text()).contains("\"delivery\"");
        assertThat(source.get(receipt + "?delivery=" + delivery(deliveries, 3))
                        .expect(200)
                        .get("destination")
                        .get("agency")
                        .asText())
                .isEqualTo(receivers.get(3).agency());
        source.get(receipt + "?delivery=" + delivery(deliveries, CONFIRMING)).refused(404, "not-found");
        source.get(receipt + "?delivery=x").refused(422, "request-invalid");
    }

    private void assertTold(Parcel parcel, Events told) {
        Awaitility.await("the source is told of each delivery")
                .until(() -> told.about(parcel.id()).size() == 38 + 37 + 2 + 1);
        Map<String, Integer> kinds = Map.of("accepted", 38, "confirmed", 37, "refused", 2, "expired", 1);
        kinds.forEach((kind, number) -> assertThat(told.about(parcel.id()).stream()
                        .filter(event -> event.type().equals("vn.lgsp.packet." + kind + ".v1"))
                        .map(event -> event.json().get("data").get("deliveryId").asText())
                        .distinct())
                .as(kind)
                .hasSize(number));
        assertThat(database.count(
                        """
                        select count(*) from event e join packet p on p.id = e.packet_id join delivery d on d.id = e.delivery_id
                        where e.packet_id = ? and e.application_id not in (p.source_application_id, d.destination_application_id)
                        """,
                        parcel.id()))
                .isZero();
    }

    @Test
    @DisplayName(
            "packets to the same destinations in other orders are planned at the same time and wait for nobody in a circle")
    void manyAtOnce() throws Exception {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<Map<String, String>> entries = new ArrayList<>(
                    IntStream.range(0, 8).mapToObj(receivers::entry).toList());
            if (i % 2 == 1) {
                Collections.reverse(entries);
            }
            parcels.add(granted(entries).upload("a.txt", new byte[] {1}));
        }
        atOnce(parcels.stream()
                .map(parcel -> (Callable<Parcel>) parcel::complete)
                .toList());
        atOnce(parcels.stream()
                .map(parcel -> (Callable<Answer>)
                        () -> source.post(parcel.path() + ":cancel", REASON).expect(200))
                .toList());
        assertThat(parcels).allSatisfy(parcel -> assertCancelled(parcel));
    }

    private void assertCancelled(Parcel parcel) {
        assertThat(database.column("select distinct state from delivery where packet_id = ?", parcel.id()))
                .containsExactly("CANCELLED");
    }

    private static <T> List<T> atOnce(Collection<Callable<T>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(acts)) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("one that refused does not keep the source from withdrawing the packet from the others")
    void withdrawnAfterARefusal() {
        Parcel parcel = granted(List.of(receivers.entry(0), receivers.entry(1)))
                .upload("a.txt", new byte[] {1})
                .complete();
        Map<String, UUID> deliveries = deliveries(parcel.id());
        receivers
                .get(1)
                .post("/api/v1/deliveries/" + delivery(deliveries, 1) + ":refuse", REASON)
                .expect(200);
        JsonNode counts =
                source.post(parcel.path() + ":cancel", REASON).expect(200).get("counts");
        assertThat(counts.get("refused").asInt()).isEqualTo(1);
        assertThat(counts.get("cancelled").asInt()).isEqualTo(1);
        new States(platform).awaitErased(parcel);
    }

    @Test
    @DisplayName("damaged on disk it ends for all: failed for who was taking it, stopped for the other, each told once")
    void damagedForAll() throws Exception {
        Parcel parcel = granted(List.of(receivers.entry(0), receivers.entry(1)))
                .upload("a.bin", new byte[200_000])
                .complete();
        Map<String, UUID> deliveries = deliveries(parcel.id());
        Parcel taking = parcel.at(receivers.get(0), delivery(deliveries, 0)).accept();
        parcel.at(receivers.get(1), delivery(deliveries, 1)).accept();
        platform.blobs()
                .damage((UUID) database.one("select blob_id from packet_file where packet_id = ?", parcel.id()));
        try (var in = receivers
                .get(0)
                .call("GET", taking.downloadFile("a.bin"))
                .open()
                .body()) {
            in.readAllBytes();
        } catch (java.io.IOException brokenOff) {
            // Broken off, as it must be; what counts is looked at below.
        }
        Awaitility.await("quarantined")
                .until(() -> database.packetState(parcel.id()).equals("QUARANTINED"));
        assertThat(database.one("select state from delivery where id = ?", delivery(deliveries, 0)))
                .isEqualTo("FAILED");
        assertThat(database.one("select state from delivery where id = ?", delivery(deliveries, 1)))
                .isEqualTo("CANCELLED");
        assertThat(database.column(
                        "select distinct application_id from event where packet_id = ? and type = 'vn.lgsp.packet.quarantined.v1'",
                        parcel.id()))
                .as("both destinations and the source")
                .hasSize(3);
        new States(platform).awaitErased(parcel);
    }

    @Test
    @DisplayName("whoever cannot be used is named, all of them in one answer, and nothing is granted to the others")
    void allOrNothing() {
        Province province = new Province(platform);
        Traces before = Traces.before(platform);
        Answer mixed = request(List.of(
                        receivers.entry(0),
                        Map.of("agency", "000.00.99.Z00"),
                        receivers.entry(1),
                        Map.of("agency", province.agency("LOCKED")),
                        Map.of("agency", Application.bystander(platform).agency())))
                .refused(422, "request-invalid");
        assertThat(fields(mixed))
                .containsExactly("recipients[1].agency", "recipients[3].agency", "recipients[4].agency");
        Answer unknown = request(List.of(receivers.entry(0), Map.of("agency", "000.00.99.Z00")))
                .refused(422, "recipient-unknown");
        assertThat(fields(unknown)).containsExactly("recipients[1].agency");
        assertThat(unknown.get("detail").asText()).contains("000.00.99.Z00");
        Answer member = request(List.of(Map.of(
                        "group",
                        receivers.group(List.of(
                                receivers.get(0).agency(),
                                Application.bystander(platform).agency())))))
                .refused(403, "no-access-right");
        assertThat(fields(member)).containsExactly("recipients[0].group");
        assertThat(member.text()).contains(Application.bystander(platform).agency());
        before.assertNothingLeft();
    }

    @Test
    @DisplayName("a group that is not there, is empty, or is a stranger's; both at once, and too many, are refused")
    void groupsRefused() {
        Traces before = Traces.before(platform);
        Answer missing = request(List.of(receivers.entry(0), Map.of("group", "khong-co")))
                .refused(422, "request-invalid");
        assertThat(fields(missing)).containsExactly("recipients[1].group");
        String strangers =
                receivers.group(List.of(Application.bystander(platform).agency()));
        Answer hidden =
                request(List.of(receivers.entry(0), Map.of("group", strangers))).refused(422, "request-invalid");
        assertThat(hidden.get("errors")).isEqualTo(missing.get("errors"));
        Answer empty = request(List.of(Map.of("group", receivers.group(List.of(source.agency())))))
                .refused(422, "request-invalid");
        assertThat(fields(empty)).containsExactly("recipients[0].group");
        Answer both = request(List.of(Map.of("group", strangers, "agency", source.agency())))
                .refused(422, "request-invalid");
        assertThat(fields(both)).containsExactly("recipients[0]");
        Answer many = request(Collections.nCopies(201, receivers.entry(0))).refused(422, "request-invalid");
        assertThat(fields(many)).containsExactly("recipients");
        request(List.of(Map.of())).refused(422, "request-invalid");
        before.assertNothingLeft();
    }

    @Test
    @DisplayName("the same idempotency key counts for the same recipients only, and an agency named twice counts once")
    void repeated() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = body(List.of(receivers.entry(0), receivers.entry(1), receivers.entry(0)));
        Answer first = send(body, key).expect(201);
        assertThat(first.get("deliveries")).hasSize(2);
        assertThat(send(body, key).expect(201).get("id")).isEqualTo(first.get("id"));
        for (List<Map<String, String>> others : List.of(
                List.of(receivers.entry(0), receivers.entry(1)),
                List.of(receivers.entry(0), receivers.entry(2), receivers.entry(0)),
                List.of(receivers.entry(0)))) {
            body.put("recipients", others);
            send(body, key).refused(422, "idempotency-key-reused");
        }
    }

    private Answer request(List<? extends Map<String, String>> recipients) {
        return source.post("/api/v1/packets", body(recipients));
    }

    private Map<String, Object> body(List<? extends Map<String, String>> recipients) {
        Map<String, Object> body = Parcel.request(receivers.get(0));
        body.put("recipients", recipients);
        body.put("dataType", receivers.dataType());
        return body;
    }

    private Answer send(Map<String, ?> body, String key) {
        return source.call("POST", "/api/v1/packets")
                .header("Idempotency-Key", "\"" + key + "\"")
                .json(body)
                .send();
    }

    private static List<String> fields(Answer refused) {
        return refused.get("errors").findValuesAsText("field");
    }
}
