package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** The event stream of one application, read in the background; each event is held against its schema. */
public final class Events implements AutoCloseable {
    /** One event: its number in the stream, its type and its content. */
    public record Event(long number, String type, JsonNode json) {
        public UUID packet() {
            return UUID.fromString(json.get("subject").asText());
        }
    }

    private final Application application;
    private final List<Event> received = new CopyOnWriteArrayList<>();
    private volatile InputStream in;
    private volatile Throwable failure;
    private volatile boolean closed;

    private Events(Application application) {
        this.application = application;
    }

    /** The number of the newest event: a stream opened behind it sees whatever comes from now on. */
    public static String newest(Application application) {
        return application
                .post("/api/v1/sessions")
                .expect(201)
                .get("lastEventId")
                .asText();
    }

    /** Follows the events from now on. */
    public static Events follow(Application application) {
        return after(application, newest(application));
    }

    /** Follows the events behind this number. */
    public static Events after(Application application, String lastEventId) {
        Events events = new Events(application);
        Thread reader = new Thread(() -> events.read(lastEventId), "events of " + application.agency());
        reader.setDaemon(true);
        reader.start();
        return events;
    }

    /** Whether a stream that was opened by hand has ended; reads a line of it, which may take as long as a sign of life. */
    public static boolean ended(InputStream stream) {
        try {
            return new BufferedReader(new InputStreamReader(stream, UTF_8)).readLine() == null;
        } catch (IOException brokenOff) {
            return true;
        }
    }

    private void read(String lastEventId) {
        HttpResponse<InputStream> response = application
                .call("GET", "/api/v1/events")
                .header("Last-Event-ID", lastEventId)
                .open();
        in = response.body();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            application.called(Contract.get().operation("GET", "/api/v1/events").orElseThrow());
            read(lines);
        } catch (IOException | AssertionError | RuntimeException e) {
            if (!closed) {
                failure = e;
            }
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String id = "";
        String type = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && data.length() > 0) {
                Contract.get().validateSchema("Event", data.toString());
                received.add(new Event(Long.parseLong(id), type, Json.read(data.toString())));
                data.setLength(0);
            } else if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                type = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            }
        }
    }

    /** Waits for an event of this type about this packet, e.g. {@code ready}. */
    public Event await(String kind, UUID packet) {
        String type = "vn.lgsp.packet." + kind + ".v1";
        return Awaitility.await(type + " about " + packet)
                .until(
                        () -> {
                            if (failure != null) {
                                throw new AssertionError("stream broke", failure);
                            }
                            return received.stream()
                                    .filter(event -> event.type().equals(type)
                                            && event.packet().equals(packet))
                                    .findFirst()
                                    .orElse(null);
                        },
                        event -> event != null);
    }

    /** All events about a packet so far. */
    public List<Event> about(UUID packet) {
        return received.stream().filter(event -> event.packet().equals(packet)).toList();
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            // It is over either way.
        }
    }
}
