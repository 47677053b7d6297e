package vn.lgsp.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lgsp.tests.http.Answer;
import vn.lgsp.tests.http.Json;

/**
 * Requests that a script of {@code src/test/node} signs and sends, one after the other; {@code exchange.mjs} is its other half. What
 * happens to a request after it was signed is part of its step.
 */
final class Exchange {
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private int expected;

    /** Adds a request without a body. */
    Exchange get(String path) {
        return step("GET", path);
    }

    /** Adds a request with a body. */
    Exchange post(String path, String contentType, String body) {
        step("POST", path).last().put("body", body);
        return with("headers", Map.of("Content-Type", contentType));
    }

    /** Adds a request with a JSON body. */
    Exchange post(String path, Map<String, ?> json) {
        return post(path, "application/json", Json.write(json));
    }

    /** The last request is sent with another body than the one that was signed. */
    Exchange bodyAfterSigning(String body) {
        return with("bodyAfterSigning", body);
    }

    /** The last request is sent with another value of a header than the one that was signed. */
    Exchange headerAfterSigning(String name, String value) {
        return with("headersAfterSigning", Map.of(name, value));
    }

    /** The last request is sent twice, signed once. */
    Exchange twice() {
        expected++;
        return with("times", 2);
    }

    /** Anything else that a script wants to know about the last request. */
    Exchange with(String name, Object value) {
        last().put(name, value);
        return this;
    }

    private Exchange step(String method, String path) {
        steps.add(new HashMap<>(Map.of("method", method, "path", path)));
        expected++;
        return this;
    }

    private Map<String, Object> last() {
        return steps.get(steps.size() - 1);
    }

    /** Has the client do all of it. */
    List<Answer> by(ForeignClient client) {
        String printed = client.input(steps).run().expectSuccess().out();
        List<Answer> answers = printed.lines().map(Exchange::answer).toList();
        assertThat(answers).hasSize(expected);
        return answers;
    }

    private static Answer answer(String line) {
        JsonNode json = Json.read(line);
        Map<String, List<String>> headers = new HashMap<>();
        json.get("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        return new Answer(
                json.get("status").asInt(),
                HttpHeaders.of(headers, (name, value) -> true),
                json.get("body").asText().getBytes(StandardCharsets.UTF_8));
    }
}
