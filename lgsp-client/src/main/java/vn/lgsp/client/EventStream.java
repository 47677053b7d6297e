package vn.lgsp.client;

import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import vn.lgsp.client.model.Event;
import vn.lgsp.client.transport.Call;
import vn.lgsp.client.transport.JsonRecords;
import vn.lgsp.client.transport.ServerSentEvents;
import vn.lgsp.client.transport.ServerSentEvents.Message;
import vn.lgsp.client.transport.Transport;

/** Events as they happen, until closed. */
public final class EventStream implements AutoCloseable {

    private static final Logger LOG = System.getLogger(EventStream.class.getName());

    private final Transport transport;
    private final EventHandler handler;
    private final Thread thread;
    private volatile String lastEventId;
    private volatile boolean closed;
    private volatile InputStream open;

    EventStream(Transport transport, String lastEventId, EventHandler handler) {
        this.transport = transport;
        this.lastEventId = lastEventId;
        this.handler = handler;
        this.thread = new Thread(this::follow, "lgsp-events");
        thread.setDaemon(true);
    }

    EventStream start() {
        thread.start();
        return this;
    }

    /** Id of the last event that was handled, to be kept for the next start; null when there was none. */
    public String lastEventId() {
        return lastEventId;
    }

    /** Ends the stream; an event that is being handled is interrupted. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        InputStream stream = open;
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException alreadyBroken) {
                LOG.log(Level.TRACE, "Event stream closed", alreadyBroken);
            }
        }
    }

    private void follow() {
        LgspException cause = null;
        try {
            int failures = 0;
            while (!closed) {
                Connection connection = new Connection();
                LgspException failure = connection.run();
                if (closed || connection.finished) {
                    return;
                }
                if (isFinal(failure)) {
                    cause = failure;
                    return;
                }
                failures = connection.fruitful ? 1 : failures + 1;
                Duration pause = connection.pause(failures);
                handler.disconnected(failure, pause);
                transport.sleep(pause);
            }
        } catch (UnreachableException interrupted) {
            cause = closed ? null : interrupted;
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "Event handler failed", bug);
        } finally {
            handler.ended(cause);
        }
    }

    /** One connection, from its beginning to its end. */
    private final class Connection {

        private boolean fruitful;
        private boolean finished;
        private Duration asked = Duration.ZERO;

        /** Returns why the connection ended. */
        LgspException run() {
            try {
                Call call = Call.get("/api/v1/events").header("Accept", "text/event-stream");
                String behind = lastEventId;
                // Not repeated by the transport: the pauses between connections are decided here.
                Call connect = (behind == null ? call : call.header("Last-Event-ID", behind)).once();
                transport.perform(connect, this::read);
                return transport.unreachable(new IOException("The event stream ended"));
            } catch (LgspException failure) {
                return failure;
            }
        }

        Duration pause(int failures) {
            Duration own = transport.backOff(failures);
            return own.compareTo(asked) < 0 ? asked : own;
        }

        private Void read(HttpResponse<InputStream> response) throws IOException {
            try (InputStream stream = response.body()) {
                open = stream;
                finished = response.statusCode() == 204;
                if (closed || finished) {
                    return null;
                }
                handler.connected();
                ServerSentEvents events = new ServerSentEvents(stream, lastEventId);
                for (Optional<Message> next = events.next(); next.isPresent() && !closed; next = events.next()) {
                    asked = events.retry().orElse(asked);
                    if (!handle(next.get())) {
                        return null;
                    }
                    fruitful = true;
                }
                asked = events.retry().orElse(asked);
                return null;
            } finally {
                open = null;
            }
        }

        private boolean handle(Message message) {
            Optional<Event> event = parse(message);
            try {
                event.ifPresent(handler::event);
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "Event " + message.id() + " could not be handled and will come again", failed);
                return false;
            }
            lastEventId = message.id();
            return true;
        }

        /** Nothing when it is not an event: a platform that is newer than this client may send other things. */
        private Optional<Event> parse(Message message) {
            try (var reader = JsonRecords.json().createReader(new StringReader(message.data()))) {
                return Optional.of(JsonRecords.read(reader.readObject(), Event.class));
            } catch (JsonException | IllegalArgumentException notAnEvent) {
                LOG.log(Level.WARNING, "Event {0} of type {1} not understood", message.id(), message.type());
                return Optional.empty();
            }
        }
    }

    /** Whether connecting again is of no use. Answers that are not the platform's own (it may be starting) do not count. */
    private static boolean isFinal(LgspException failure) {
        return failure instanceof RefusedException refused
                && refused.status() < 500
                && refused.status() != 429
                && !refused.retry()
                && !refused.code().startsWith("http-");
    }
}
