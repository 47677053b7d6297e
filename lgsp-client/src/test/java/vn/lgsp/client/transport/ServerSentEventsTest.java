package vn.lgsp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.lgsp.client.transport.ServerSentEvents.Message;

class ServerSentEventsTest {

    @Test
    void readsMessagesOverAllLineEnds() throws IOException {
        ServerSentEvents events =
                read("id: 1\r\nevent: a\r\ndata: x\r\ndata:  y\r\n\r\nid:2\rdata:z\r\r:note\ndata\n\n");

        assertThat(events.next()).contains(new Message("1", "a", "x\n y"));
        assertThat(events.next()).contains(new Message("2", "message", "z"));
        assertThat(events.next()).contains(new Message("2", "message", ""));
        assertThat(events.next()).isEmpty();
    }

    @Test
    void doesNotDeliverAMessageThatBreaksOff() throws IOException {
        assertThat(read("id: 1\ndata: x\n").next()).isEmpty();
        assertThat(read("id: 1\ndata: x").next()).isEmpty();
    }

    @Test
    void remembersHowLongToWait() throws IOException {
        ServerSentEvents events = read("retry: 2500\n\nretry: soon\n\n");

        assertThat(events.next()).isEmpty();
        assertThat(events.retry()).contains(Duration.ofMillis(2500));
    }

    @Test
    void readsVietnamese() throws IOException {
        assertThat(read("data: Ủy ban nhân dân\n\n").next()).contains(new Message(null, "message", "Ủy ban nhân dân"));
    }

    @Test
    void refusesWhatHasNoEnd() {
        assertThatIOException()
                .isThrownBy(() -> read("data: " + "x".repeat(300_000)).next());
        assertThatIOException().isThrownBy(() -> read(("data: " + "x".repeat(1000) + "\n").repeat(300))
                .next());
    }

    private static ServerSentEvents read(String text) {
        return new ServerSentEvents(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
    }
}
