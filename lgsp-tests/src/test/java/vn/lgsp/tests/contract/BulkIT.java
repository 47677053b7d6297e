package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Events;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;
import vn.lgsp.tests.platform.Traces;

@DisplayName("Many packets in one request (Điều 8.2–8.4, 9.1–9.3)")
class BulkIT {
    private static final String SEND = "/api/v1/packets:send";
    private static final String CONFIRM = "/api/v1/deliveries:confirm";
    private static final String INLINE = "/api/v1/inbox?max=200&inline=4194304";
    private static final String NOBODY = UUID.randomUUID().toString();

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Application source = Application.source(platform);
    private Receivers receivers;
    private Application destination;

    @BeforeEach
    void enter() {
        receivers = new Receivers(platform, source, 2);
        destination = receivers.get(0);
    }

    @Test
    @DisplayName(
            "sent, received with their content and confirmed, three requests in all; the history is that of single steps")
    void wholeWay() {
        List<byte[]> contents =
                Stream.of(0, 1, 4_096, 65_536).map(BulkIT::content).toList();
        String newest = Events.newest(destination);
        List<UUID> packets = sent(contents.stream().map(this::item).toList());

        assertThat(packets)
                .allSatisfy(packet -> assertThat(database.packetState(packet)).isEqualTo("PLANNED"));
        JsonNode waiting = destination.get(INLINE).expect(200).get("items");
        assertThat(ids(waiting, "packetId")).isEqualTo(packets);
        List<Map<String, Object>> confirmations = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            JsonNode file = waiting.get(i).get("files").get(0);
            assertThat(waiting.get(i).get("state").asText()).isEqualTo("fetching");
            assertThat(file.get("name").asText()).isEqualTo("văn bản.txt");
            assertThat(file.get("size").asLong()).isEqualTo(contents.get(i).length);
            assertThat(file.get("digest").asText()).isEqualTo(ContentDigest.of(contents.get(i)));
            assertThat(Base64.getDecoder().decode(file.get("content").asText())).isEqualTo(contents.get(i));
            confirmations.add(confirmation(waiting.get(i).get("deliveryId").asText(), contents.get(i)));
        }
        JsonNode results = confirm(confirmations);
        for (int i = 0; i < contents.size(); i++) {
            assertThat(results.get(i).get("status").asInt()).isEqualTo(200);
            JsonNode receipt = results.get(i).get("receipt");
            assertThat(receipt.get("packetId").asText())
                    .isEqualTo(packets.get(i).toString());
            assertThat(receipt.get("keyDestroyed").asBoolean()).isTrue();
            assertThat(receipt.get("erasedAt")).as("with the key").isNotNull();
        }
        assertThat(results.get(0).get("receipt"))
                .isEqualTo(source.get("/api/v1/packets/" + packets.get(0) + "/receipt")
                        .expect(200)
                        .json());
        for (UUID packet : packets) {
            assertThat(database.packetState(packet)).isEqualTo("DELIVERED");
            assertThat(database.contentState(packet)).isEqualTo("ERASED");
            assertThat(database.count("select count(*) from small_content where packet_id = ?", packet))
                    .isZero();
            assertThat(database.column("select type from event where packet_id = ? order by type", packet))
                    .containsExactly(
                            "vn.lgsp.packet.accepted.v1", "vn.lgsp.packet.confirmed.v1", "vn.lgsp.packet.ready.v1");
        }
        try (Events told = Events.after(destination, newest)) {
            packets.forEach(packet -> told.await("ready", packet));
        }
        Parcel single = Parcel.granted(
                        source,
                        receivers.get(1),
                        Map.of("recipients", List.of(receivers.entry(1)), "dataType", receivers.dataType()))
                .upload("văn bản.txt", content(1))
                .complete()
                .accept()
                .fetch()
                .confirm();
        new States(platform).awaitErased(single);
        assertThat(history(packets.get(1))).isEqualTo(history(single.id()));
        assertThat(destination.get(INLINE).expect(200).get("items")).isEmpty();
    }

    @Test
    @DisplayName("one bad item among good ones is refused by itself, for each thing that can be wrong")
    void badAmongGood() {
        List<Map.Entry<String, Map<String, Object>>> bad = new ArrayList<>();
        bad.add(Map.entry("422 request-invalid title", with("title", " ")));
        bad.add(Map.entry("422 request-invalid importance", with("importance", "wichtig")));
        bad.add(Map.entry("422 request-invalid recipients", with("recipients", List.of())));
        bad.add(Map.entry("422 request-invalid files", with("files", List.of())));
        bad.add(Map.entry("422 request-invalid deadline", with("policy", Map.of("deadline", "2020-01-01T00:00:00Z"))));
        bad.add(Map.entry("422 request-invalid notBefore", with("policy", Map.of("notBefore", "hôm nay"))));
        bad.add(Map.entry(
                "422 request-invalid files[0].content", with("files", List.of(file("a.txt", content(65_537))))));
        bad.add(Map.entry(
                "422 request-invalid files[0].content",
                with("files", List.of(Map.of("name", "a.txt", "content", "không phải base64")))));
        bad.add(Map.entry(
                "422 request-invalid files[1].name",
                with("files", List.of(file("a.txt", content(1)), file("a.txt", content(2))))));
        Map<String, Object> unprintable = new HashMap<>(file("a.txt", content(1)));
        unprintable.put("mediaType", "text/plain\u0000");
        bad.add(Map.entry("422 request-invalid files[0].mediaType", with("files", List.of(unprintable))));
        bad.add(Map.entry("422 file-name-invalid", with("files", List.of(file("../a.txt", content(1))))));
        bad.add(Map.entry(
                "422 too-many-files",
                with(
                        "files",
                        IntStream.range(0, 21)
                                .mapToObj(i -> file("a" + i, content(1)))
                                .toList())));
        Map<String, Object> wrong = new HashMap<>(file("a.txt", content(1)));
        wrong.put("digest", ContentDigest.of(content(2)));
        bad.add(Map.entry("409 content-mismatch", with("files", List.of(wrong))));
        bad.add(Map.entry("422 data-type-unknown", with("dataType", "khong-co")));
        bad.add(Map.entry("422 protocol-mismatch", with("protocol", "edxml")));
        bad.add(Map.entry("422 recipient-unknown", with("recipients", List.of(Map.of("agency", "000.00.99.Z99")))));
        bad.add(Map.entry("403 no-access-right", with("dataType", "file")));
        Traces before = Traces.before(platform);
        List<String> expected = new ArrayList<>();
        List<Map<String, Object>> items = new ArrayList<>();
        bad.forEach(one -> {
            items.add(item(content(3)));
            expected.add("201");
            items.add(one.getValue());
            expected.add(one.getKey());
        });
        JsonNode results = send(items);
        List<String> found = new ArrayList<>();
        results.forEach(result -> found.add(outcome(result)));
        assertThat(found).isEqualTo(expected);
        assertThat(results.get(1).get("problem").get("detail").asText()).isNotBlank();
        assertThat(destination.get("/api/v1/inbox?max=200").expect(200).get("items"))
                .hasSize(bad.size());

        Traces between = Traces.before(platform);
        results = send(bad.stream().map(Map.Entry::getValue).toList());
        assertThat(results)
                .allSatisfy(result -> assertThat(result.get("packet")).isNull());
        between.assertNothingLeft();
        assertThat(before.rows()).isNotEqualTo(between.rows());
    }

    @Test
    @DisplayName("what is too much or of another form is refused as a whole, and nothing is sent")
    void wholeRequestRefused() {
        Traces before = Traces.before(platform);
        Map<String, Object> one = item(content(1));
        source.post(SEND, Map.of("items", List.of())).refused(422, "request-invalid");
        source.post(SEND, Map.of("items", java.util.Collections.nCopies(101, one)))
                .refused(422, "request-invalid");
        source.post(SEND, Map.of("items", List.of(one), "title", "Thử")).refused(422, "request-invalid");
        source.post(SEND, Map.of("items", List.of(with("surplus", 1)))).refused(422, "request-invalid");
        source.post(SEND, Map.of("items", List.of(with("title", 1)))).refused(422, "request-invalid");
        List<Map<String, Object>> files = IntStream.range(0, 13)
                .mapToObj(i -> file("a" + i, content(65_536)))
                .toList();
        Map<String, Object> large = with("files", files);
        source.post(SEND, Map.of("items", java.util.Collections.nCopies(5, large)))
                .refused(413, "request-too-large");
        source.call("POST", SEND)
                .body("application/json", new byte[7 * 1024 * 1024])
                .send()
                .refused(413, "request-too-large");
        before.assertNothingLeft();
        sent(java.util.Collections.nCopies(4, large));
    }

    @Test
    @DisplayName("one packet without a list: 201 and the packet, or the problem itself; it is idempotent by the header")
    void single() {
        Map<String, Object> one = item(content(10));
        String key = UUID.randomUUID().toString();
        Answer first = source.call("POST", SEND)
                .header("Idempotency-Key", key)
                .json(one)
                .send()
                .expect(201);
        assertThat(first.get("state").asText()).isEqualTo("planned");
        assertThat(first.get("files")).hasSize(1);
        assertThat(first.json().get("space")).as("none is needed").isNull();
        assertThat(first.header("Location")).endsWith("/api/v1/packets/" + first.id("id"));
        assertThat(source.call("POST", SEND)
                        .header("Idempotency-Key", key)
                        .json(one)
                        .send()
                        .expect(201)
                        .id("id"))
                .isEqualTo(first.id("id"));
        source.call("POST", SEND)
                .header("Idempotency-Key", key)
                .json(item(content(11)))
                .send()
                .refused(422, "idempotency-key-reused");
        source.call("POST", "/api/v1/packets")
                .header("Idempotency-Key", key)
                .json(request())
                .send()
                .refused(422, "idempotency-key-reused");
        source.post(SEND, with("dataType", "khong-co")).refused(422, "data-type-unknown");
        source.post(SEND, with("files", List.of())).refused(422, "request-invalid");
        source.call("POST", SEND)
                .header("Idempotency-Key", key)
                .json(with("idempotencyKey", "khac"))
                .send()
                .refused(422, "request-invalid");
        source.post("/api/v1/packets/" + first.id("id") + ":cancel", Map.of("reason", "Gửi nhầm"))
                .expect(200);
        assertThat(database.contentState(first.id("id"))).isEqualTo("ERASED");
    }

    @Test
    @DisplayName("keys of the items: the same item makes one packet, in one request, in the next and in parallel")
    void idempotent() throws Exception {
        Map<String, Object> keyed = with("idempotencyKey", UUID.randomUUID().toString());
        Map<String, Object> other = new HashMap<>(keyed);
        other.put("title", "Tiêu đề khác");
        JsonNode results = send(List.of(keyed, item(content(1)), keyed, other));
        assertThat(outcome(results.get(2))).isEqualTo("201");
        assertThat(results.get(2).get("packet")).isEqualTo(results.get(0).get("packet"));
        assertThat(outcome(results.get(3))).isEqualTo("422 idempotency-key-reused");
        JsonNode again = send(List.of(other, keyed));
        assertThat(outcome(again.get(0))).isEqualTo("422 idempotency-key-reused");
        assertThat(again.get(1).get("packet")).isEqualTo(results.get(0).get("packet"));
        assertThat(destination.get("/api/v1/inbox").expect(200).get("items")).hasSize(2);

        String header = UUID.randomUUID().toString();
        List<Map<String, Object>> two = List.of(item(content(5)), item(content(6)));
        List<CompletableFuture<JsonNode>> parallel = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> source.call("POST", SEND)
                                .header("Idempotency-Key", header)
                                .json(Map.of("items", two))
                                .send()
                                .expect(200)
                                .get("results")))
                .limit(3)
                .toList();
        for (CompletableFuture<JsonNode> one : parallel) {
            JsonNode done = one.get(30, TimeUnit.SECONDS);
            assertThat(done).allSatisfy(result -> assertThat(outcome(result)).isIn("201", "503 unavailable"));
        }
        assertThat(destination.get("/api/v1/inbox").expect(200).get("items")).hasSize(4);
    }

    @Test
    @DisplayName("a quota is counted packet by packet: as many go as there is room for, the others are refused")
    void quota() {
        UUID right = (UUID) database.one(
                """
                update access_right set daily_quota = 3 where destination_agency_id = (select id from agency where code = ?)
                    and data_type = ? returning id
                """,
                receivers.get(0).agency(),
                receivers.dataType());
        JsonNode results = send(Stream.generate(() -> item(content(1))).limit(5).toList());
        assertThat(Stream.of(0, 1, 2, 3, 4).map(i -> outcome(results.get(i))))
                .containsExactly("201", "201", "201", "429 quota-used-up", "429 quota-used-up");
        assertThat(database.one("select packets from access_right_use where right_id = ?", right))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("only what is small and fits comes along; the rest is listed and taken as ever")
    void whatComesAlong() {
        Parcel large = granted().upload("lớn.bin", new byte[70_000]).complete();
        Parcel mixed = granted()
                .upload("lớn.bin", new byte[70_000])
                .upload("nhỏ.txt", content(5))
                .complete();
        Parcel small = granted().upload("nhỏ.txt", content(900)).complete();
        Parcel second = granted().upload("nhỏ.txt", content(200)).complete();
        Parcel accepted = granted().upload("nhỏ.txt", content(50)).complete().accept();

        JsonNode items =
                destination.get("/api/v1/inbox?max=200&inline=1000").expect(200).get("items");
        assertThat(ids(items, "packetId"))
                .containsExactly(large.id(), mixed.id(), small.id(), second.id(), accepted.id());
        assertThat(Stream.of(0, 1, 2, 3, 4).map(i -> items.get(i).has("files")))
                .containsExactly(false, false, true, false, true);
        large.accept().fetch().confirm();
        mixed.accept().fetch().confirm();
        JsonNode again =
                destination.get("/api/v1/inbox?max=1&inline=1000").expect(200).get("items");
        assertThat(ids(again, "packetId")).as("until it is confirmed").containsExactly(small.id());
        assertThat(again.get(0).has("files")).isTrue();
        small.confirm();
        accepted.confirm();
        second.accept().fetch().confirm();
        Stream.of(large, mixed, small, second, accepted).forEach(new States(platform)::awaitErased);
    }

    @Test
    @DisplayName("a packet damaged in its row does not come along and is quarantined; the others come")
    void damaged() {
        List<UUID> packets = sent(List.of(item(content(1_000)), item(content(1_001)), item(content(1_002))));
        database.update(
                "update small_content set sealed = set_byte(sealed, 500, get_byte(sealed, 500) # 1) where packet_id = ?",
                packets.get(0));
        database.update("delete from small_content where packet_id = ?", packets.get(1));
        assertThat(ids(destination.get(INLINE).expect(200).get("items"), "packetId"))
                .containsExactly(packets.get(2));
        assertThat(database.packetState(packets.get(0))).isEqualTo("QUARANTINED");
        assertThat(database.packetState(packets.get(1))).isEqualTo("QUARANTINED");
    }

    @Test
    @DisplayName("confirmations, each by itself: wrong digests, of others, not taken, repeated")
    void confirmations() {
        byte[] bytes = content(100);
        sent(Stream.generate(() -> item(bytes)).limit(3).toList());
        JsonNode waiting =
                destination.get("/api/v1/inbox?max=2&inline=1000").expect(200).get("items");
        String first = waiting.get(0).get("deliveryId").asText();
        String second = waiting.get(1).get("deliveryId").asText();
        String third = destination
                .get("/api/v1/inbox")
                .expect(200)
                .get("items")
                .get(2)
                .get("deliveryId")
                .asText();
        Map<String, Object> nameless = Map.of("deliveryId", first, "files", List.of());
        List<Map<String, Object>> items = List.of(
                confirmation(first, content(101)),
                confirmation(NOBODY, bytes),
                confirmation(third, bytes),
                nameless,
                Map.of(
                        "deliveryId",
                        first,
                        "files",
                        List.of(Map.of("name", "khác.txt", "digest", ContentDigest.of(bytes)))),
                confirmation("khong-phai-id", bytes),
                confirmation(second, bytes),
                confirmation(second, bytes));
        JsonNode results = confirm(items);
        List<String> outcomes = new ArrayList<>();
        results.forEach(result -> outcomes.add(outcome(result)));
        assertThat(outcomes)
                .containsExactly(
                        "409 received-digest-mismatch",
                        "404 not-found",
                        "409 content-not-fetched",
                        "422 request-invalid files",
                        "409 content-missing",
                        "422 request-invalid deliveryId",
                        "200",
                        "200");
        assertThat(results.get(6)).isEqualTo(results.get(7));
        assertThat(confirm(List.of(confirmation(second, bytes))).get(0)).isEqualTo(results.get(6));
        JsonNode stranger = receivers
                .get(1)
                .post(CONFIRM, Map.of("items", List.of(confirmation(first, bytes))))
                .expect(200)
                .get("results");
        assertThat(outcome(stranger.get(0))).isEqualTo("404 not-found");
        destination.post(CONFIRM, Map.of("items", List.of())).refused(422, "request-invalid");
        destination
                .post(CONFIRM, Map.of("items", java.util.Collections.nCopies(101, confirmation(first, bytes))))
                .refused(422, "request-invalid");
        destination
                .post("/api/v1/deliveries/" + third + ":refuse", Map.of("reason", "Không nhận"))
                .expect(200);
        assertThat(outcome(confirm(List.of(confirmation(third, bytes))).get(0)))
                .isEqualTo("409 delivery-state-conflict");
        assertThat(outcome(confirm(List.of(confirmation(first, bytes))).get(0))).isEqualTo("200");
    }

    @Test
    @DisplayName("a packet to two is erased with the second confirmation, whoever comes along first")
    void twoDestinations() {
        byte[] bytes = content(70);
        UUID packet = sent(List.of(with(
                        "recipients",
                        List.of(receivers.entry(0), receivers.entry(1)),
                        "files",
                        List.of(file("văn bản.txt", bytes)))))
                .get(0);
        for (int i = 0; i < 2; i++) {
            Application receiver = receivers.get(i);
            JsonNode item = receiver.get(INLINE).expect(200).get("items").get(0);
            assertThat(item.get("packetId").asText()).isEqualTo(packet.toString());
            receiver.post(
                            CONFIRM,
                            Map.of(
                                    "items",
                                    List.of(confirmation(item.get("deliveryId").asText(), bytes))))
                    .expect(200);
            assertThat(database.contentState(packet)).isEqualTo(i == 0 ? "STORED" : "ERASED");
        }
    }

    @Test
    @DisplayName(
            "who waits for the inbox is answered by a packet that is sent meanwhile, and with nothing when none is")
    void longPoll() throws Exception {
        assertThat(destination.get("/api/v1/inbox?wait=1").expect(200).get("items"))
                .isEmpty();
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> destination.get(INLINE + "&wait=60"));
        Awaitility.await("it waits").pollDelay(java.time.Duration.ofMillis(300)).until(() -> !waiting.isDone());
        List<UUID> packets = sent(List.of(item(content(20))));
        JsonNode items = waiting.get(10, TimeUnit.SECONDS).expect(200).get("items");
        assertThat(ids(items, "packetId")).isEqualTo(packets);
        assertThat(items.get(0).get("files")).hasSize(1);
        assertThat(destination.get("/api/v1/inbox?wait=60").expect(200).get("items"))
                .as("what waits already is answered at once")
                .hasSize(1);
    }

    @Test
    @DisplayName("numbers out of bounds are refused")
    void bounds() {
        for (String query :
                List.of("wait=61", "wait=-1", "wait=x", "max=0", "max=201", "inline=-1", "inline=4194305")) {
            destination.get("/api/v1/inbox?" + query).refused(422, "request-invalid");
        }
    }

    private JsonNode send(List<Map<String, Object>> items) {
        JsonNode results = source.post(SEND, Map.of("items", items)).expect(200).get("results");
        assertThat(results).hasSize(items.size());
        return results;
    }

    private List<UUID> sent(List<Map<String, Object>> items) {
        List<UUID> packets = new ArrayList<>();
        send(items).forEach(result -> {
            assertThat(outcome(result)).isEqualTo("201");
            packets.add(UUID.fromString(result.get("packet").get("id").asText()));
        });
        return packets;
    }

    private JsonNode confirm(List<Map<String, Object>> items) {
        JsonNode results =
                destination.post(CONFIRM, Map.of("items", items)).expect(200).get("results");
        assertThat(results).hasSize(items.size());
        return results;
    }

    /** The status, with the code of a problem and the field that it names. */
    private static String outcome(JsonNode result) {
        String status = result.get("status").asText();
        JsonNode problem = result.get("problem");
        if (problem == null) {
            return status;
        }
        JsonNode errors = problem.get("errors");
        boolean named = problem.get("code").asText().equals("request-invalid");
        return status + " " + problem.get("code").asText()
                + (named ? " " + errors.get(0).get("field").asText() : "");
    }

    private static List<UUID> ids(JsonNode items, String member) {
        return items.findValuesAsText(member).stream().map(UUID::fromString).toList();
    }

    private Parcel granted() {
        return Parcel.granted(source, destination, request());
    }

    private Map<String, Object> request() {
        Map<String, Object> request = Parcel.request(destination);
        request.put("dataType", receivers.dataType());
        return request;
    }

    private Map<String, Object> item(byte[] content) {
        Map<String, Object> item = request();
        item.put("files", List.of(file("văn bản.txt", content)));
        return item;
    }

    private Map<String, Object> with(Object... members) {
        Map<String, Object> item = item(content(30));
        for (int i = 0; i < members.length; i += 2) {
            item.put((String) members[i], members[i + 1]);
        }
        return item;
    }

    private static Map<String, Object> file(String name, byte[] content) {
        return Map.of("name", name, "content", Base64.getEncoder().encodeToString(content));
    }

    private static Map<String, Object> confirmation(String delivery, byte[] content) {
        return Map.of(
                "deliveryId",
                delivery,
                "files",
                List.of(Map.of("name", "văn bản.txt", "digest", ContentDigest.of(content))));
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private List<Object> history(UUID packet) {
        return database.column(
                """
                select subject || ' ' || seq || ' ' || coalesce(from_state, '–') || ' ' || to_state || ' '
                    || case when actor = 'LGSP' then actor else 'ai' end
                from packet_history where packet_id = ? order by subject, seq
                """,
                packet);
    }
}
