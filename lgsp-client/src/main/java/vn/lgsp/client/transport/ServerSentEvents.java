package vn.lgsp.client.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Reads a stream of server-sent events (HTML Living Standard, section 9.2), with a bound on the length of one. */
public final class ServerSentEvents {

    private static final int LONGEST_EVENT = 256 * 1024;
    private static final int END = -1;

    private final BufferedReader reader;
    private boolean afterCarriageReturn;
    private String lastId;
    private Duration retry;

    /**
     * A reader.
     *
     * @param stream UTF-8; not closed here
     * @param lastId id of the last event that was handled; null at first
     */
    public ServerSentEvents(InputStream stream, String lastId) {
        this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        this.lastId = lastId;
    }

    /**
     * One message.
     *
     * @param id to resume behind; may be null
     * @param type {@code message} unless the stream says otherwise
     * @param data its lines, joined by LF
     */
    public record Message(String id, String type, String data) {}

    /** Waits for the next message; comments are passed over. Nothing when the stream has ended. */
    public Optional<Message> next() throws IOException {
        StringBuilder data = new StringBuilder();
        String type = "message";
        boolean hasData = false;
        for (String line = line(); line != null; line = line()) {
            if (line.isEmpty()) {
                if (hasData) {
                    return Optional.of(new Message(lastId, type, data.toString()));
                }
                type = "message";
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "data" -> {
                    data.append(hasData ? "\n" : "").append(value);
                    hasData = true;
                }
                case "event" -> type = value;
                case "id" -> lastId = value.indexOf('\0') < 0 ? value : lastId;
                case "retry" -> retry = value.matches("\\d{1,7}") ? Duration.ofMillis(Long.parseLong(value)) : retry;
                default -> {
                    // A comment (empty field name) or a field of the future.
                }
            }
            if (data.length() > LONGEST_EVENT) {
                throw new IOException("An event is longer than " + LONGEST_EVENT + " characters");
            }
        }
        return Optional.empty();
    }

    /** How long the server asks to wait before connecting again, if it does. */
    public Optional<Duration> retry() {
        return Optional.ofNullable(retry);
    }

    /** A line, ended by CR, LF or both; null at the end. What stands behind the last line end is not a line. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = reader.read(); character != END; character = reader.read()) {
            boolean second = afterCarriageReturn && character == '\n';
            afterCarriageReturn = character == '\r';
            if (second) {
                continue;
            }
            if (character == '\n' || character == '\r') {
                return line.toString();
            }
            line.append((char) character);
            if (line.length() > LONGEST_EVENT) {
                throw new IOException("A line is longer than " + LONGEST_EVENT + " characters");
            }
        }
        return null;
    }
}
