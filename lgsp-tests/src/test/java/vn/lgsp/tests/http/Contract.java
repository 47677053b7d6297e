package vn.lgsp.tests.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.lgsp.tests.platform.Repository;

/** The reviewed OpenAPI document, as the judge of answers. */
public final class Contract {
    private static final String URI = "https://lgsp.invalid/openapi";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head");
    private static final Contract THE_ONE = new Contract();

    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    private Contract() {
        try {
            document = new YAMLMapper().readTree(Repository.contract().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(URI, document.toString()))));
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(member -> {
                    if (METHODS.contains(member.getKey())) {
                        operations.add(new Operation(
                                member.getValue().get("operationId").asText(),
                                member.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                member.getValue()));
                    }
                }));
    }

    public static Contract get() {
        return THE_ONE;
    }

    /** One operation of the document. */
    public record Operation(String id, String method, String path, JsonNode description) {

        boolean answers(String requestMethod, String rawPath) {
            String expression =
                    Pattern.compile("\\{[^}]+}").matcher(Pattern.quote(path)).replaceAll("\\\\E[^/]+?\\\\Q");
            return method.equals(requestMethod) && rawPath.matches(expression);
        }

        /** Whether the signature of an application opens it; what is left is for people. */
        public boolean forApplications() {
            JsonNode security = description.get("security");
            if (security == null || security.isEmpty()) {
                return true;
            }
            for (JsonNode way : security) {
                if (way.has("messageSignature")) {
                    return true;
                }
            }
            return false;
        }

        /** The right that it asks of people; empty for operations that ask for none. */
        public Optional<String> right() {
            return Optional.ofNullable(description.get("x-right")).map(JsonNode::asText);
        }

        /** The name of the schema of the request's body; empty when it has none or takes any bytes. */
        public Optional<String> bodySchema() {
            String reference = description
                    .at("/requestBody/content/application~1json/schema/$ref")
                    .asText();
            return reference.isEmpty()
                    ? Optional.empty()
                    : Optional.of(reference.substring(reference.lastIndexOf('/') + 1));
        }

        @Override
        public String toString() {
            return id + " (" + method + " " + path + ")";
        }
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operation that a request means; a path that the document does not know must not be answered. */
    public Optional<Operation> operation(String method, String rawPath) {
        // Most literal first: `/packets/{id}` also fits `/packets/{id}:cancel`.
        return operations.stream()
                .filter(operation -> operation.answers(method, rawPath))
                .max((one, other) -> literal(one) - literal(other));
    }

    private static int literal(Operation operation) {
        return operation.path().replaceAll("\\{[^}]+}", "").length();
    }

    /** Fails unless the answer is one that the document promises for the operation. */
    void check(Operation operation, Answer answer) {
        checkAlways(answer, operation.path().startsWith("/oauth2/") ? "application/json" : "application/problem+json");
        JsonNode responses = operation.description().get("responses");
        String pointer = "/paths/" + escape(operation.path()) + "/"
                + operation.method().toLowerCase(Locale.ROOT) + "/responses/"
                + (responses.has(Integer.toString(answer.status())) ? answer.status() : "default");
        JsonNode response = document.at(pointer);
        assertThat(response.isMissingNode())
                .as("%s answered %s, which the document does not know", operation, answer)
                .isFalse();
        if (response.has("$ref")) {
            pointer = response.get("$ref").asText().substring(1);
            response = document.at(pointer);
        }
        for (String header : Set.of("Location", "Repr-Digest", "ETag", "Accept-Ranges", "Content-Range")) {
            if (response.at("/headers/" + header).isObject()) {
                assertThat(answer.header(header))
                        .as("%s of %s", header, operation)
                        .isNotNull();
            }
        }
        JsonNode content = response.get("content");
        if (content == null) {
            assertThat(answer.body()).as("body of %s", operation).isEmpty();
        } else if (!content.has("*/*") && !content.has("text/event-stream")) {
            String type = answer.header("Content-Type").replaceAll(";.*", "");
            assertThat(content.has(type))
                    .as("media type %s of %s", type, operation)
                    .isTrue();
            if (type.endsWith("json")) {
                validate(pointer + "/content/" + escape(type) + "/schema", answer.text());
            }
        }
    }

    private static void checkAlways(Answer answer, String refusals) {
        assertThat(answer.header("X-Request-Id"))
                .as("X-Request-Id of %s", answer)
                .isNotBlank();
        assertThat(answer.header("Date")).as("Date of %s", answer).isNotBlank();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        if (answer.status() >= 400 && answer.body().length > 0) {
            assertThat(answer.header("Content-Type")).as("%s", answer).startsWith(refusals);
            assertThat(answer.get("status").asInt()).isEqualTo(answer.status());
            assertThat(answer.get("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
            assertThat(answer.text()).doesNotContain("Exception", "vn.lgsp", "\tat ");
        }
    }

    /** Fails unless the text fits the schema of this name. */
    public void validateSchema(String name, String text) {
        validate("/components/schemas/" + name, text);
    }

    private void validate(String pointer, String text) {
        JsonSchema schema = compiled.computeIfAbsent(
                pointer,
                p -> schemas.getSchema(
                        SchemaLocation.of(URI + "#" + p),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        assertThat(schema.validate(text, InputFormat.JSON))
                .as("%s against %s", text, pointer)
                .isEmpty();
    }

    private static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
