package vn.lgsp.registry.control.content;

import com.fasterxml.jackson.core.JsonToken;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds JSON documents against a schema and code lists. A document is held in memory and so bounded in size; it is gone through once for its form
 * and its codes before the schema sees it, and once more to find the lines of what the schema refused.
 */
final class JsonCheck implements DocumentCheck {
    /** Above this many values only the first violation is looked for: a schema may find one in every value. */
    private static final int FEW_VALUES = 20_000;

    private final JsonSchemas.Compiled schema;
    private final List<CodeRule> codes;
    private final Limits limits;

    /** @param schema null when only the form and the codes count */
    JsonCheck(JsonSchemas.Compiled schema, List<CodeRule> codes, Limits limits) {
        this.schema = schema;
        this.codes = List.copyOf(codes);
        this.limits = limits;
    }

    @Override
    public void check(InputStream content, Findings findings) throws IOException {
        byte[] bytes = content.readNBytes(limits.jsonBytes() + 1);
        if (bytes.length > limits.jsonBytes()) {
            findings.add("content-too-large", null);
            return;
        }
        char[] text = StrictText.utf8(bytes).orElse(null);
        if (text == null) {
            findings.add(HardXml.ENCODING, null);
            return;
        }
        Form form = new Form(findings);
        JsonWalk.through(text, limits, form);
        if (schema != null && !form.broken && !findings.full()) {
            try {
                tell(violations(text, form.values), text, findings);
            } catch (Effort.TooMuch endless) {
                findings.add("check-too-long", null);
            }
        }
    }

    private Set<ValidationMessage> violations(char[] text, int values) {
        JsonSchema judge = values > FEW_VALUES ? schema.first() : schema.all();
        return judge.validate(JsonSchemas.tree(text, limits), Effort.of(values));
    }

    private void tell(Set<ValidationMessage> violations, char[] text, Findings findings) {
        Map<String, int[]> places = new HashMap<>();
        violations.stream()
                .limit(Limits.MOST_VIOLATIONS)
                .forEach(one -> places.put(one.getInstanceLocation().toString(), new int[2]));
        if (places.isEmpty()) {
            return;
        }
        JsonWalk.through(text, limits, new Lines(places));
        for (ValidationMessage one : violations) {
            String pointer = one.getInstanceLocation().toString();
            int[] place = places.getOrDefault(pointer, new int[2]);
            findings.add(
                    SchemaReasons.ofJson(one.getType()),
                    place[0],
                    place[1],
                    pointer.isEmpty() ? "/" : pointer,
                    one.getMessage());
        }
    }

    /** Looks at the form and the codes. */
    private final class Form implements JsonWalk.Visitor {
        private final Findings findings;
        private int values;
        private boolean broken;

        Form(Findings findings) {
            this.findings = findings;
        }

        @Override
        public boolean value(JsonToken token, String text, JsonWalk.Place place) {
            values++;
            for (CodeRule rule : codes) {
                boolean bound = rule.path().equals(place.names());
                if (bound && token != JsonToken.VALUE_NULL && (text == null || !rule.accepts(text))) {
                    findings.add(CodeRule.REASON, place.line(), place.column(), place.pointer(), rule.list());
                }
            }
            return !findings.full();
        }

        @Override
        public void broken(String reason, JsonWalk.Place place, String detail) {
            broken = true;
            findings.add(reason, place.line(), place.column(), place.pointer(), detail);
        }
    }

    /** Finds the lines of places. */
    private record Lines(Map<String, int[]> places) implements JsonWalk.Visitor {
        @Override
        public boolean value(JsonToken token, String text, JsonWalk.Place place) {
            int[] found = places.get(place.pointer());
            if (found != null) {
                found[0] = place.line();
                found[1] = place.column();
            }
            return true;
        }

        @Override
        public void broken(String reason, JsonWalk.Place place, String detail) {
            // It was whole the first time.
        }
    }
}
