package vn.lgsp.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.signing.ContentDigest;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Application;
import vn.lgsp.tests.http.Call;
import vn.lgsp.tests.http.Keys;
import vn.lgsp.tests.http.Offer;
import vn.lgsp.tests.http.Parcel;
import vn.lgsp.tests.http.Resumable;
import vn.lgsp.tests.platform.PlatformProcess;
import vn.lgsp.tests.platform.SharedPlatform;

@DisplayName("Two nodes on one database: what one of them ends is over on the other within five seconds (Điều 5.6, 10)")
class TwoNodesIT {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Map<String, ?> REASON = Map.of("reason", "Kiểm thử hai nút");

    private static PlatformProcess here;
    private static PlatformProcess there;
    private static Keys keys;

    @BeforeAll
    static void start() {
        here = SharedPlatform.get();
        keys = new Keys(here);
        // The longest memory that the setting allows: what counts has to be told, not forgotten.
        there = PlatformProcess.node(
                "second", here, Map.of("LGSP_HTTP_HOST", "0.0.0.0", "LGSP_KEY_CACHE_SECONDS", "4"));
        there.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (there != null) {
            there.close();
        }
    }

    private static void awaitRefusal(Call... calls) {
        Instant from = Instant.now();
        for (Call call : calls) {
            Awaitility.await("refused on the other node")
                    .atMost(LIMIT.minus(Duration.between(from, Instant.now())))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> call.again().send().status() == 401);
        }
    }

    @Test
    @DisplayName("a revoked key signs nothing more there; its session's token and its stream end too")
    void revoked() throws Exception {
        String application = keys.application();
        Answer issued = keys.issue(application, Map.of("name", "Hai nút"));
        Application elsewhere = Keys.holder(issued, there);
        String token =
                elsewhere.post("/api/v1/sessions").expect(201).get("token").asText();
        Call bySession = elsewhere.call("GET", "/api/v1/inbox").unsigned().header("Authorization", "Bearer " + token);
        bySession.again().send().expect(200);
        elsewhere.get("/api/v1/inbox").expect(200);
        InputStream stream = elsewhere.call("GET", "/api/v1/events").open().body();
        assertThat(stream.read()).isNotNegative();
        CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> drain(stream));

        keys.operator()
                .post(application + "/keys/" + issued.get("id").asText() + ":revoke", REASON)
                .expect(200);
        Instant at = Instant.now();
        awaitRefusal(elsewhere.call("GET", "/api/v1/inbox"), bySession);
        ended.get(LIMIT.minus(Duration.between(at, Instant.now())).toMillis(), TimeUnit.MILLISECONDS);
    }

    @Test
    @DisplayName("a ticket had here is judged there, and worth nothing there once its key is revoked here (Điều 10.5)")
    void ticket() {
        String sourceId = keys.application();
        Answer issued = keys.issue(sourceId, Map.of("name", "Vé hai nút"));
        Application source = keys.holder(issued);
        Application destination = Keys.holder(keys.issue(keys.application(), Map.of("name", "Đích hai nút")), there);
        Offer offer = Offer.of(here, destination, null, "lookup")
                .permit(source, "lookup")
                .policy(false, "PLATFORM", null);
        String ticket = source.call("POST", "/oauth2/token")
                .form(offer.asking())
                .send()
                .expect(200)
                .get("access_token")
                .asText();
        Call question = destination.call("POST", "/oauth2/introspect").form(Map.of("token", ticket));
        assertThat(question.again().send().expect(200).get("active").asBoolean())
                .isTrue();

        keys.operator()
                .post(sourceId + "/keys/" + issued.get("id").asText() + ":revoke", REASON)
                .expect(200);

        Awaitility.await("not active any more")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> question.again().send().expect(200).text().equals("{\"active\":false}"));
    }

    private static void drain(InputStream stream) {
        try {
            while (stream.read() >= 0) {
                // A sign of life.
            }
        } catch (IOException e) {
            // Ended by the other side.
        }
    }

    @Test
    @DisplayName("an old key whose overlap was ended is over there as well, the new one is not")
    void overlapEnded() {
        String application = keys.application();
        Answer old = keys.issue(application, Map.of("name", "Xoay hai nút"));
        Answer fresh = keys.operator()
                .post(application + "/keys/" + old.get("id").asText() + ":rotate", Map.of())
                .expect(201);
        Keys.holder(old, there).get("/api/v1/inbox").expect(200);
        keys.operator()
                .send("POST", application + "/keys/" + fresh.get("id").asText() + ":end-overlap", null, null)
                .expect(200);
        awaitRefusal(Keys.holder(old, there).call("GET", "/api/v1/inbox"));
        Keys.holder(fresh, there).get("/api/v1/inbox").expect(200);
    }

    @Test
    @DisplayName("an application that was suspended is out there too, and in again when it was resumed")
    void suspended() {
        String application = keys.application();
        Application elsewhere = Keys.holder(keys.issue(application, Map.of("name", "Dừng")), there);
        elsewhere.get("/api/v1/inbox").expect(200);
        keys.operator().post(application + ":suspend", REASON).expect(200);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> elsewhere.get("/api/v1/inbox").status() == 403);
        keys.operator().post(application + ":resume", REASON).expect(200);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> elsewhere.get("/api/v1/inbox").status() == 200);
    }

    @Test
    @DisplayName("a key that is restricted to networks signs from these alone, and from the platform's own machine")
    void networks() throws IOException {
        Optional<InetAddress> own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        assumeTrue(own.isPresent(), "this machine has no address but loopback");
        String address = own.get().getHostAddress();
        String application = keys.application();
        // A network that is nobody's (RFC 5737).
        Application outside = Keys.holder(
                keys.issue(application, Map.of("name", "Ngoài", "networks", List.of("198.51.100.0/24"))), there);
        Application inside = Keys.holder(
                keys.issue(application, Map.of("name", "Trong", "networks", List.of("198.51.100.0/24", address))),
                there);
        from(outside, address).refused(403, "key-not-for-address");
        from(inside, address).expect(200);
        outside.get("/api/v1/inbox").expect(200);
    }

    /** Signed for the platform's address, sent to another address of the same machine, from which it then comes. */
    private static Answer from(Application holder, String address) {
        Call call = holder.call("GET", "/api/v1/inbox");
        HttpRequest signed = call.request();
        return call.send(HttpRequest.newBuilder(signed, (name, value) -> true)
                .uri(URI.create(
                        "http://" + address + ":" + there.port() + signed.uri().getRawPath()))
                .build());
    }

    @Test
    @DisplayName("one node writes to an upload at a time; the other goes on where this one left off (Điều 8.3)")
    void oneWriter() {
        Application source = Application.source(here);
        Parcel parcel = Parcel.granted(source, Application.destination(here));
        byte[] content = new byte[300_000];
        Resumable upload = Resumable.begun(source, parcel, "a.bin", content.length);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Resumable elsewhere = new Resumable(source.over(there.base(), client), upload.path());
        UUID blob = (UUID) here.database().one("select blob_id from resumable_upload where id = ?", upload.id());
        byte[] first = Arrays.copyOf(content, 200_000);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Answer> held = CompletableFuture.supplyAsync(() -> upload.call("PATCH")
                .header("Upload-Offset", "0")
                .body(Resumable.CHUNK, ContentDigest.of(first), () -> Resumable.held(first, goOn))
                .send());
        Awaitility.await("this node writes")
                .until(() -> here.blobs().of(blob).get(0).toFile().length() > 100_000);
        elsewhere.chunk(0, first).send().refused(423, "upload-in-use");
        goOn.countDown();
        held.join().expect(204);
        elsewhere.send(200_000, Arrays.copyOf(content, 100_000));
        parcel.has("a.bin", content).complete().accept().fetch().confirm();
    }
}
