package vn.lgsp.registry.control.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.CollectorContext;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.Keyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.TypeValidator;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.ValidatorTypeCode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * How many times a schema may ask something of a value of one document. Alternatives within alternatives double the work with every level, so that
 * neither the size of the schema nor that of the document bounds it (threat 18); here each keyword that is looked at counts.
 */
final class Effort extends CollectorContext {
    private static final long AT_LEAST = 500_000;
    private static final long EACH_VALUE = 100;

    /** The library makes a copy of what is referred to for each place that refers to it. */
    private static final int MOST_COPIES = 10_000;

    private long left;

    private Effort(long most) {
        this.left = most;
    }

    /** There are more questions than a schema in use has. Of the library's kind, because it wraps every other. */
    static final class TooMuch extends JsonSchemaException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("the schema asks too much of the document");
        }
    }

    /**
     * Bounds one check; beyond the bound it ends with {@link TooMuch}.
     *
     * @param values of the document
     */
    static Consumer<ExecutionContext> of(long values) {
        return check -> check.setCollectorContext(new Effort(AT_LEAST + EACH_VALUE * values));
    }

    /** The language for one schema: each keyword of it counts when it is made ready, and whenever it is looked at. */
    static JsonMetaSchema counted(JsonMetaSchema language) {
        AtomicInteger copies = new AtomicInteger();
        // A vocabulary would put the library's own keywords in place of these again.
        return JsonMetaSchema.builder(language)
                .vocabularies(Map::clear)
                .keywords(keywords -> language.getKeywords()
                        .forEach((name, keyword) -> keywords.put(name, counted(name, keyword, copies))))
                .build();
    }

    /** The library builds its own keyword for formats; it asks one question and leads nowhere. */
    private static Keyword counted(String name, Keyword keyword, AtomicInteger copies) {
        return name.equals(ValidatorTypeCode.FORMAT.getValue())
                ? ValidatorTypeCode.FORMAT
                : new Counted(keyword, copies);
    }

    private void use() {
        if (--left < 0) {
            throw new TooMuch();
        }
    }

    private record Counted(Keyword keyword, AtomicInteger copies) implements Keyword {
        @Override
        public String getValue() {
            return keyword.getValue();
        }

        @Override
        public JsonValidator newValidator(
                SchemaLocation location,
                JsonNodePath path,
                JsonNode value,
                JsonSchema parent,
                ValidationContext validation)
                throws Exception {
            if (copies.incrementAndGet() > MOST_COPIES) {
                throw new TooMuch();
            }
            JsonValidator judge = keyword.newValidator(location, path, value, parent, validation);
            // The library looks for this one by its class; it asks one question and leads nowhere.
            return judge == null || judge instanceof TypeValidator ? judge : new Judge(judge);
        }
    }

    private record Judge(JsonValidator judge) implements JsonValidator {
        @Override
        public Set<ValidationMessage> validate(
                ExecutionContext check, JsonNode value, JsonNode root, JsonNodePath path) {
            if (check.getCollectorContext() instanceof Effort effort) {
                effort.use();
            }
            return judge.validate(check, value, root, path);
        }

        @Override
        public void preloadJsonSchema() {
            judge.preloadJsonSchema();
        }

        @Override
        public SchemaLocation getSchemaLocation() {
            return judge.getSchemaLocation();
        }

        @Override
        public JsonNodePath getEvaluationPath() {
            return judge.getEvaluationPath();
        }

        @Override
        public String getKeyword() {
            return judge.getKeyword();
        }
    }
}
