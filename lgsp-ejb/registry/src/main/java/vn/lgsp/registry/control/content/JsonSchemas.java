package vn.lgsp.registry.control.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.resource.InputStreamSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes schemas of JSON Schema 2020-12 ready; several documents refer to each other by their names and to nothing else. */
final class JsonSchemas {
    private static final String BASE = "https://schema.invalid/";
    private static final String OWN = "classpath:draft/2020-12/";
    private static final List<String> PROBES = List.of("null", "true", "0", "\"\"", "[]", "{}", "[{}]", "{\"a\":[{}]}");
    /** How deep references are followed before a document comes; the rest when one leads there. */
    private static final int DEEPEST_AHEAD = 10;

    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonSchemas() {}

    /** A schema that tells all violations, and one that tells the first: for documents in which there could be very many. */
    record Compiled(JsonSchema all, JsonSchema first) {}

    /**
     * Compiles a schema.
     *
     * @throws SchemaFault when it cannot be used
     */
    static Compiled compile(Map<String, byte[]> documents, String entry) {
        JsonSchema language = factory(Map.of()).getSchema(SchemaLocation.of(SchemaId.V202012), config(false));
        documents.forEach((name, content) -> requireSound(name, content, language));
        Compiled compiled = new Compiled(ready(documents, entry, false), ready(documents, entry, true));
        probe(entry, compiled);
        return compiled;
    }

    private static JsonSchema ready(Map<String, byte[]> documents, String entry, boolean firstOnly) {
        try {
            JsonSchema schema = factory(documents).getSchema(SchemaLocation.of(BASE + entry), config(firstOnly));
            schema.initializeValidators();
            return schema;
        } catch (Effort.TooMuch branching) {
            throw new SchemaFault("schema-branching", entry, 0, null);
        } catch (JsonSchemaException broken) {
            SchemaFault fault = fault(broken);
            throw fault != null ? fault : new SchemaFault("schema-broken", entry, 0, broken.getMessage());
        } catch (StackOverflowError endless) {
            throw new SchemaFault("schema-endless", entry, 0, null);
        }
    }

    private static SchemaFault fault(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SchemaFault fault) {
                return fault;
            }
        }
        return null;
    }

    /** A schema that leads to itself without going down in the document would never come to an end. */
    private static void probe(String entry, Compiled compiled) {
        try {
            for (String probe : PROBES) {
                compiled.all().validate(MAPPER.readTree(probe), Effort.of(probe.length()));
            }
        } catch (StackOverflowError endless) {
            throw new SchemaFault("schema-endless", entry, 0, null);
        } catch (Effort.TooMuch branching) {
            throw new SchemaFault("schema-branching", entry, 0, null);
        } catch (JsonSchemaException broken) {
            SchemaFault fault = fault(broken);
            throw fault != null ? fault : new SchemaFault("schema-broken", entry, 0, broken.getMessage());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonSchemaFactory factory(Map<String, byte[]> documents) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(
                        Effort.counted(JsonMetaSchema.getV202012()))
                .schemaLoaders(loaders -> loaders.add(iri -> load(documents, iri.toString()))));
    }

    /** Answers for every address: what this returns null for, the library would look for elsewhere. */
    private static InputStreamSource load(Map<String, byte[]> documents, String iri) {
        if (iri.startsWith(OWN) && !iri.contains("..")) {
            return null;
        }
        byte[] content = iri.startsWith(BASE) ? documents.get(iri.substring(BASE.length())) : null;
        if (content == null) {
            throw new SchemaFault("schema-outside", null, 0, iri);
        }
        return () -> new ByteArrayInputStream(content);
    }

    private static SchemaValidatorsConfig config(boolean firstOnly) {
        return SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .failFast(firstOnly)
                .preloadJsonSchemaRefMaxNestingDepth(DEEPEST_AHEAD)
                .locale(Locale.ENGLISH)
                .regularExpressionFactory(JsonSchemas::pattern)
                .build();
    }

    private static RegularExpression pattern(String text) {
        LinearPattern pattern =
                LinearPattern.of(text).orElseThrow(() -> new SchemaFault("schema-pattern", null, 0, text));
        return pattern::within;
    }

    /** Sound JSON that is a schema, whose identity is its name. */
    private static void requireSound(String name, byte[] content, JsonSchema language) {
        char[] text = StrictText.utf8(content).orElseThrow(() -> new SchemaFault(HardXml.ENCODING, name, 0, null));
        JsonWalk.through(text, Limits.USUAL, new JsonWalk.Visitor() {
            @Override
            public boolean value(JsonToken token, String value, JsonWalk.Place place) {
                if (place.pointer().equals("/$id")) {
                    throw new SchemaFault("schema-id", name, place.line(), null);
                }
                return true;
            }

            @Override
            public void broken(String reason, JsonWalk.Place place, String detail) {
                throw new SchemaFault(reason, name, place.line(), detail);
            }
        });
        JsonNode tree = tree(text, Limits.USUAL);
        for (ValidationMessage fault : language.validate(tree)) {
            throw new SchemaFault("schema-broken", name, 0, fault.getMessage());
        }
    }

    /** A document whose form was checked, as a tree. */
    static JsonNode tree(char[] text, Limits limits) {
        try {
            return MAPPER.readTree(JsonWalk.factory(limits).createParser(text));
        } catch (IOException e) {
            throw new IllegalStateException("what was read once cannot be read again", e);
        }
    }
}
