package vn.lgsp.tests.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import vn.lgsp.tests.platform.PlatformProcess;

/** A key pair and whose it is. */
public record Credentials(String agency, String accessKey, String secret) {

    /** The pair that the demonstration province wrote into the home: source, destination or bystander. */
    static Credentials of(PlatformProcess platform, String part) {
        Path file = platform.home().resolve("demo").resolve(part + ".json");
        try {
            JsonNode json = Json.MAPPER.readTree(file.toFile());
            return new Credentials(
                    json.get("agency").asText(),
                    json.get("accessKey").asText(),
                    json.get("secret").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the secret: it must not get into a report. */
    @Override
    public String toString() {
        return agency + " " + accessKey;
    }
}
