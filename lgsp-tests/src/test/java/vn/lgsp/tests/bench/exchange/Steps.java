package vn.lgsp.tests.bench.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.platform.PlatformProcess;

/**
 * Packets step by step, as the regulation has it: asked for, uploaded, completed (Điều 8), accepted, fetched, confirmed (Điều 9), erased
 * (Điều 5.3). Six requests, each signed and with a nonce of its own; what arrives is compared with what was sent.
 */
final class Steps {
    static final int BYTES = 4096;

    private static final String FILE = "noi-dung.bin";

    private final Application source;
    private final Application destination;
    private final Erased erased;
    private final byte[] content = new byte[BYTES];
    private final Map<String, Object> request;
    private final Map<String, Object> digests;

    /** A packet that waits for its destination, and the {@link System#nanoTime()} at which its completion was asked for. */
    record Sent(UUID packet, UUID delivery, long completing, long completed) {}

    Steps(PlatformProcess platform) {
        source = Application.source(platform);
        destination = Application.destination(platform);
        erased = new Erased(platform.database());
        new Random(7).nextBytes(content);
        request = Map.of(
                "recipients",
                List.of(Map.of("agency", destination.agency())),
                "title",
                "Đo trao đổi gói tin",
                "dataType",
                "file",
                "protocol",
                "file");
        digests = Map.of("files", List.of(Map.of("name", FILE, "digest", ContentDigest.of(content))));
    }

    /** A round of so many who each take packets all the way, one after the other. */
    Outcome round(int threads, Duration length) {
        Tally tally = new Tally();
        try (Crowd crowd = new Crowd(threads)) {
            crowd.repeat(length, () -> {
                long begin = System.nanoTime();
                Sent sent = send();
                take(sent);
                tally.confirmed(sent.packet(), begin);
            });
        }
        erased.await(tally.packets());
        return tally.outcome();
    }

    /** The sender's three steps. */
    Sent send() {
        JsonNode packet = answer(
                source.call("POST", "/api/v1/packets")
                        .json(request)
                        .header("Idempotency-Key", UUID.randomUUID().toString()),
                201);
        String id = packet.get("id").asText();
        answer(source.call("PUT", file(packet.get("space"))).body("application/octet-stream", content), 201);
        long completing = System.nanoTime();
        answer(source.call("POST", "/api/v1/packets/" + id + ":complete").json(digests), 200);
        return new Sent(
                UUID.fromString(id),
                UUID.fromString(packet.get("deliveries").get(0).get("id").asText()),
                completing,
                System.nanoTime());
    }

    /** The destination's three steps. */
    void take(Sent sent) {
        String delivery = "/api/v1/deliveries/" + sent.delivery();
        JsonNode accepted = answer(destination.call("POST", delivery + ":accept"), 200);
        Answer fetched = destination
                .call("GET", file(accepted.get("space")))
                .unchecked()
                .send()
                .expect(200);
        if (!Arrays.equals(fetched.body(), content)) {
            throw new IllegalStateException("Something else arrived than was sent: " + sent.packet());
        }
        answer(destination.call("POST", delivery + ":confirm").json(digests), 200);
    }

    private static String file(JsonNode space) {
        return "/api/v1/spaces/" + space.get("id").asText() + "/files/" + FILE;
    }

    /** Sends it and reads the answer, which has to have this status. */
    static JsonNode answer(Call call, int status) {
        return call.unchecked().send().expect(status).json();
    }
}
