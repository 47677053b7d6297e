package vn.lgsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.lgsp.client.model.Event;

/** Following events over connections that break. */
@Timeout(30)
class EventStreamTest {

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private FakePlatform platform;
    private LgspClient client;

    @BeforeEach
    void connect() throws IOException {
        platform = new FakePlatform();
        client = platform.client();
    }

    @AfterEach
    void disconnect() {
        client.close();
        platform.close();
    }

    @Test
    void takesUpABrokenStreamBehindTheLastEvent() throws InterruptedException {
        platform.then(exchange ->
                        stream(exchange, ": heartbeat\n\nid: 7\ndata: " + Answers.event(Event.READY) + "\n\n"))
                .thenHangUp()
                .then(exchange -> stream(exchange, "id: 8\ndata: " + Answers.event(Event.CONFIRMED) + "\n\n"))
                .then(204, "text/event-stream", "");

        EventStream stream = client.events(null, new Recorder());

        assertThat(next()).isEqualTo("connected");
        assertThat(next()).isEqualTo(Event.READY);
        assertThat(next()).isEqualTo("disconnected client-unreachable");
        assertThat(next()).startsWith("disconnected");
        assertThat(next()).isEqualTo("connected");
        assertThat(next()).isEqualTo(Event.CONFIRMED);
        assertThat(next()).isEqualTo("disconnected client-unreachable");
        assertThat(next()).isEqualTo("ended null");
        assertThat(stream.lastEventId()).isEqualTo("8");
        assertThat(platform.requests())
                .extracting(request -> request.header("last-event-id"))
                .containsExactly(null, "7", "7", "8");
    }

    @Test
    void startsBehindTheEventThatItsOwnerRemembers() throws InterruptedException {
        platform.then(204, "text/event-stream", "");

        client.events("41", new Recorder());

        assertThat(next()).isEqualTo("ended null");
        assertThat(platform.requests().get(0).header("last-event-id")).isEqualTo("41");
    }

    @Test
    void asksForAnEventAgainThatCouldNotBeHandled() throws InterruptedException {
        String event = "id: 7\ndata: " + Answers.event(Event.READY) + "\n\n";
        platform.then(exchange -> stream(exchange, event))
                .then(exchange -> stream(exchange, event))
                .then(204, "text/event-stream", "");

        client.events(null, new Recorder() {
            private boolean failed;

            @Override
            public void event(Event received) {
                if (!failed) {
                    failed = true;
                    throw new IllegalStateException("disk full");
                }
                super.event(received);
            }
        });

        assertThat(next()).isEqualTo("connected");
        assertThat(next()).isEqualTo("disconnected client-unreachable");
        assertThat(next()).isEqualTo("connected");
        assertThat(next()).isEqualTo(Event.READY);
        assertThat(platform.requests().get(1).header("last-event-id")).isNull();
    }

    @Test
    void passesOverWhatItDoesNotUnderstand() throws InterruptedException {
        platform.then(exchange -> stream(
                        exchange, "id: 1\ndata: {\"x\":1}\n\nid: 2\ndata: " + Answers.event("vn.lgsp.new.v9") + "\n\n"))
                .then(204, "text/event-stream", "");

        EventStream stream = client.events(null, new Recorder());

        assertThat(next()).isEqualTo("connected");
        assertThat(next()).isEqualTo("vn.lgsp.new.v9");
        assertThat(next()).isEqualTo("disconnected client-unreachable");
        assertThat(next()).isEqualTo("ended null");
        assertThat(stream.lastEventId()).isEqualTo("2");
    }

    @Test
    void endsWhenThePlatformDoesNotTakeTheKey() throws InterruptedException {
        platform.thenProblem(401, "key-not-usable", false);

        client.events(null, new Recorder());

        assertThat(next()).isEqualTo("ended key-not-usable");
        assertThat(platform.requests()).hasSize(1);
    }

    @Test
    void keepsTryingWhileThePlatformIsStarting() throws InterruptedException {
        platform.then(404, "text/html", "<h1>Not found</h1>")
                .thenProblem(503, "unavailable", true)
                .thenProblem(503, "unavailable", true)
                .thenProblem(503, "unavailable", true)
                .then(204, "text/event-stream", "");

        client.events(null, new Recorder());

        assertThat(next()).isEqualTo("disconnected http-404");
        assertThat(next()).isEqualTo("disconnected unavailable");
        assertThat(next()).isEqualTo("ended null");
    }

    @Test
    void endsInPeaceWhenItsOwnerClosesIt() throws InterruptedException {
        platform.then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(": hello\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        EventStream stream = client.events(null, new Recorder());
        assertThat(next()).isEqualTo("connected");

        stream.close();

        assertThat(next()).isEqualTo("ended null");
    }

    @Test
    void connectsAgainWhenTheStreamFallsSilent() throws InterruptedException {
        platform.then(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().flush();
                })
                .then(204, "text/event-stream", "");
        try (LgspClient impatient =
                platform.builder().silence(Duration.ofMillis(200)).build()) {
            impatient.events(null, new Recorder());

            assertThat(next()).isEqualTo("connected");
            assertThat(next()).isEqualTo("disconnected client-unreachable");
            assertThat(next()).isEqualTo("ended null");
        }
    }

    private String next() throws InterruptedException {
        return seen.poll(10, TimeUnit.SECONDS);
    }

    private static void stream(HttpExchange exchange, String text) throws IOException {
        FakePlatform.send(exchange, 200, "text/event-stream", text.getBytes(StandardCharsets.UTF_8));
    }

    private class Recorder implements EventHandler {

        @Override
        public void event(Event event) {
            seen.add(event.type());
        }

        @Override
        public void connected() {
            seen.add("connected");
        }

        @Override
        public void disconnected(LgspException cause, Duration pause) {
            seen.add("disconnected " + cause.code());
        }

        @Override
        public void ended(LgspException cause) {
            seen.add("ended " + (cause == null ? null : cause.code()));
        }
    }
}
