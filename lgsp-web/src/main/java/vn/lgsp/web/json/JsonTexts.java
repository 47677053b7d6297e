package vn.lgsp.web.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.type.MapType;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads an object whose members are all texts, as strictly as bodies are read. */
public final class JsonTexts {
    private static final MapType TEXTS =
            Json.MAPPER.getTypeFactory().constructMapType(Map.class, String.class, String.class);

    private JsonTexts() {}

    /** The members; empty when the text is no such object. */
    public static Optional<Map<String, String>> of(String json) {
        try {
            Map<String, String> members = Json.MAPPER.readValue(json, TEXTS);
            return members == null || members.values().stream().anyMatch(Objects::isNull)
                    ? Optional.empty()
                    : Optional.of(Map.copyOf(members));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
