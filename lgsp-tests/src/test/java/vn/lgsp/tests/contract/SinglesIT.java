package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Receivers;
import vn.lgsp.tests.platform.Database;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Many requests at once, with one packet each (Điều 8.2–8.4, 9.3): each is answered as if it were alone")
class SinglesIT {
    private static final int MANY = 24;
    private static final byte[] CONTENT = {1, 2, 3};

    private final PlatformProcess platform = SharedPlatform.get();
    private final Database database = platform.database();
    private final Application source = Application.source(platform);
    private final ExecutorService threads = Executors.newFixedThreadPool(MANY);
    private Receivers receivers;
    private Application destination;

    @BeforeEach
    void enter() {
        receivers = new Receivers(platform, source, 1);
        destination = receivers.get(0);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    @DisplayName("what is sent is there, what is refused is refused by itself, the same key makes one packet")
    void sent() throws Exception {
        Map<String, Object> keyed = item();
        String key = UUID.randomUUID().toString();
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Map<String, Object> item = i % 6 == 0 ? keyed : item();
            if (i % 6 == 1) {
                item.put(
                        "recipients", List.of(Map.of("agency", UUID.randomUUID().toString())));
            } else if (i % 6 == 2) {
                item.put("title", " ");
            }
            Call call = source.call("POST", "/api/v1/packets:send").json(item);
            calls.add(i % 6 == 0 ? call.header("Idempotency-Key", key) : call);
        }
        List<Answer> answers = atOnce(calls);
        List<UUID> packets = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Answer answer = answers.get(i);
            switch (i % 6) {
                case 0 -> assertThat(answer.expect(201).json()).isEqualTo(seen(answers.get(0)));
                case 1 -> answer.refused(422, "recipient-unknown");
                case 2 -> answer.refused(422, "request-invalid");
                default -> {
                    assertThat(answer.expect(201).json()).isEqualTo(seen(answer));
                    packets.add(answer.id("id"));
                    assertThat(database.column(
                                    "select distinct request_id from packet_history where packet_id = ? and request_id is not null",
                                    answer.id("id")))
                            .as("the history names the request that sent it")
                            .containsExactly(UUID.fromString(answer.header("X-Request-Id")));
                }
            }
        }
        packets.add(answers.get(0).id("id"));
        JsonNode waiting = destination.get("/api/v1/inbox?max=200").expect(200).get("items");
        assertThat(waiting.findValuesAsText("packetId"))
                .containsExactlyInAnyOrderElementsOf(
                        packets.stream().map(UUID::toString).toList());
    }

    @Test
    @DisplayName(
            "what is confirmed is erased, a wrong digest is refused by itself, a second time answers the same receipt")
    void confirmed() throws Exception {
        List<Map<String, Object>> items =
                IntStream.range(0, MANY / 2).mapToObj(i -> item()).toList();
        source.post("/api/v1/packets:send", Map.of("items", items)).expect(200);
        JsonNode waiting = destination
                .get("/api/v1/inbox?max=200&inline=4194304")
                .expect(200)
                .get("items");
        assertThat(waiting).hasSize(MANY / 2);
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String delivery = waiting.get(i / 2).get("deliveryId").asText();
            boolean wrong = i % 8 >= 6;
            String digest = ContentDigest.of(wrong ? new byte[] {4} : CONTENT);
            calls.add(destination
                    .call("POST", "/api/v1/deliveries/" + delivery + ":confirm")
                    .json(Map.of("files", List.of(Map.of("name", "a.bin", "digest", digest)))));
        }
        List<Answer> answers = atOnce(calls);
        for (int i = 0; i < MANY; i++) {
            UUID packet = UUID.fromString(waiting.get(i / 2).get("packetId").asText());
            if (i % 8 >= 6) {
                answers.get(i).refused(409, "received-digest-mismatch");
                assertThat(database.packetState(packet)).isEqualTo("PLANNED");
            } else {
                assertThat(answers.get(i).expect(200).json())
                        .isEqualTo(answers.get(i / 2 * 2).json());
                assertThat(database.packetState(packet)).isEqualTo("DELIVERED");
                assertThat(database.contentState(packet)).isEqualTo("ERASED");
            }
        }
    }

    /** The packet as its source sees it afterwards. */
    private JsonNode seen(Answer sent) {
        return source.get("/api/v1/packets/" + sent.id("id")).expect(200).json();
    }

    private Map<String, Object> item() {
        Map<String, Object> item = new HashMap<>(Parcel.request(destination));
        item.put("dataType", receivers.dataType());
        item.put(
                "files",
                List.of(Map.of("name", "a.bin", "content", Base64.getEncoder().encodeToString(CONTENT))));
        return item;
    }

    private List<Answer> atOnce(List<Call> calls) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Answer>> all = calls.stream()
                .map(call -> threads.submit(() -> {
                    go.await();
                    return call.send();
                }))
                .toList();
        go.countDown();
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> one : all) {
            answers.add(one.get(60, TimeUnit.SECONDS));
        }
        return answers;
    }
}
