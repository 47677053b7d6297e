package vn.lgsp.tests.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.UUID;

/** What the platform answered. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    /** A header, or null. */
    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public String text() {
        return new String(body, UTF_8);
    }

    public JsonNode json() {
        return Json.read(text());
    }

    /** A member of the object at the top. */
    public JsonNode get(String member) {
        JsonNode value = json().get(member);
        assertThat(value).as("%s in %s", member, this).isNotNull();
        return value;
    }

    /** A member that is an id. */
    public UUID id(String member) {
        return UUID.fromString(get(member).asText());
    }

    /** Says that it went well, in this way. */
    public Answer expect(int expected) {
        assertThat(status).as("status of %s", this).isEqualTo(expected);
        return this;
    }

    /** Says that it was refused for this reason of the catalogue. */
    public Answer refused(int expected, String code) {
        assertThat(status + " " + get("code").asText()).as("%s", this).isEqualTo(expected + " " + code);
        return this;
    }

    @Override
    public String toString() {
        return status + " " + (body.length > 2_000 ? body.length + " bytes" : text());
    }
}
