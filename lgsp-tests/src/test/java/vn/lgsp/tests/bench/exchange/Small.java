package vn.lgsp.tests.bench.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Contract;
import vn.lgsp.tests.platform.PlatformProcess;

/**
 * Packets with their content in one request, alone or a hundred together, taken with their content out of the inbox as soon as they come and
 * confirmed alone or a hundred together; what arrives is compared with what was sent.
 */
final class Small {
    /** Packets of one request, where there are several. */
    static final int BATCH = 100;

    private static final String FILE = "noi-dung.bin";
    private static final String TITLE = "Đo trao đổi gói tin ";

    /** Requests whose packets wait for their destination at most, for each who sends: more would only make the inbox longer. */
    private static final int ON_THE_WAY = 2;

    /** Listed at once; they go into two confirmations. */
    private static final int LISTED = 2 * BATCH;

    private static final int INLINE = LISTED * Steps.BYTES;

    private final Application source;
    private final Application destination;
    private final Erased erased;
    private final byte[] content = new byte[Steps.BYTES];
    private final Map<String, String> file;

    Small(PlatformProcess platform) {
        source = Application.source(platform);
        destination = Application.destination(platform);
        erased = new Erased(platform.database());
        new Random(7).nextBytes(content);
        file = Map.of("name", FILE, "content", Base64.getEncoder().encodeToString(content));
    }

    /** Whether the platform has these operations. */
    static boolean isOffered() {
        return Contract.get().operation("POST", "/api/v1/packets:send").isPresent();
    }

    /**
     * A round.
     *
     * @param threads that send at once
     * @param batch packets of one request: 1 or {@link #BATCH}
     */
    Outcome round(int threads, int batch, Duration length) {
        Way way = new Way(batch, threads);
        long end = System.nanoTime() + length.toNanos();
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(() -> way.send(end));
        }
        all.add(way::take);
        try (Crowd crowd = new Crowd(all.size())) {
            crowd.all(all);
        } finally {
            way.confirming.close();
        }
        erased.await(way.tally.packets());
        return way.tally.outcome();
    }

    /** The packets of one round. */
    private final class Way {
        private final Tally tally = new Tally();
        private final Semaphore free;
        private final AtomicInteger senders;
        private final AtomicInteger sent = new AtomicInteger();
        private final int batch;
        private final Crowd confirming;

        Way(int batch, int threads) {
            this.batch = batch;
            this.free = new Semaphore(threads * ON_THE_WAY * batch);
            this.senders = new AtomicInteger(threads);
            this.confirming = new Crowd(batch == 1 ? threads : 2);
        }

        Void send(long end) throws InterruptedException {
            try {
                while (System.nanoTime() < end) {
                    if (free.tryAcquire(batch, 100, TimeUnit.MILLISECONDS)) {
                        send();
                        sent.addAndGet(batch);
                    }
                }
                return null;
            } finally {
                senders.decrementAndGet();
            }
        }

        private void send() {
            List<Map<String, Object>> items = new ArrayList<>();
            for (int i = 0; i < batch; i++) {
                items.add(Map.of(
                        "recipients",
                        List.of(Map.of("agency", destination.agency())),
                        "title",
                        TITLE + System.nanoTime(),
                        "dataType",
                        "file",
                        "protocol",
                        "file",
                        "files",
                        List.of(file)));
            }
            Call call = source.call("POST", "/api/v1/packets:send")
                    .json(batch == 1 ? items.get(0) : Map.of("items", items))
                    .header("Idempotency-Key", UUID.randomUUID().toString());
            JsonNode answer = Steps.answer(call, batch == 1 ? 201 : 200);
            if (batch > 1) {
                requireEach(answer, 201);
            }
        }

        /** Until everything that was sent has been confirmed. */
        Void take() {
            int confirmed = 0;
            while (true) {
                boolean last = senders.get() == 0;
                if (last && confirmed >= sent.get()) {
                    return null;
                }
                JsonNode items = Steps.answer(
                                destination.call(
                                        "GET",
                                        "/api/v1/inbox?wait=1&max=" + (batch == 1 ? BATCH : LISTED) + "&inline="
                                                + INLINE),
                                200)
                        .get("items");
                confirm(items);
                confirmed += items.size();
            }
        }

        private void confirm(JsonNode items) {
            List<JsonNode> all = new ArrayList<>();
            items.forEach(all::add);
            List<Callable<Void>> acts = new ArrayList<>();
            for (int from = 0; from < all.size(); from += batch) {
                List<JsonNode> some = all.subList(from, Math.min(all.size(), from + batch));
                acts.add(() -> confirm(some));
            }
            confirming.all(acts);
        }

        private Void confirm(List<JsonNode> items) {
            List<Map<String, Object>> confirmations = items.stream()
                    .map(item -> Map.<String, Object>of(
                            "deliveryId",
                            item.get("deliveryId").asText(),
                            "files",
                            List.of(Map.of("name", FILE, "digest", ContentDigest.of(arrived(item))))))
                    .toList();
            if (batch == 1) {
                String delivery = "/api/v1/deliveries/" + confirmations.get(0).get("deliveryId");
                Steps.answer(
                        destination
                                .call("POST", delivery + ":confirm")
                                .json(Map.of("files", confirmations.get(0).get("files"))),
                        200);
            } else {
                requireEach(
                        Steps.answer(
                                destination
                                        .call("POST", "/api/v1/deliveries:confirm")
                                        .json(Map.of("items", confirmations)),
                                200),
                        200);
            }
            items.forEach(item -> tally.confirmed(
                    UUID.fromString(item.get("packetId").asText()),
                    Long.parseLong(item.get("title").asText().substring(TITLE.length()))));
            free.release(items.size());
            return null;
        }
    }

    private byte[] arrived(JsonNode item) {
        JsonNode files = item.get("files");
        byte[] bytes = files == null
                ? new byte[0]
                : Base64.getDecoder().decode(files.get(0).get("content").asText());
        if (!Arrays.equals(bytes, content)) {
            throw new IllegalStateException("Something else arrived than was sent: " + item.get("packetId"));
        }
        return bytes;
    }

    private static void requireEach(JsonNode answer, int status) {
        answer.get("results").forEach(result -> {
            if (result.get("status").asInt() != status) {
                throw new IllegalStateException("Refused: " + result);
            }
        });
    }
}
