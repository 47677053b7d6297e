package vn.lgsp.registry.control.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.registry.SchemaKind;

/** Documents of the tests, and what is found wrong with them. */
final class Samples {
    static final Limits LIMITS = new Limits(100, 1 << 16, 1 << 22, 1 << 21);

    private Samples() {}

    static Map<String, byte[]> documents(String... namesAndTexts) {
        Map<String, byte[]> documents = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            documents.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return documents;
    }

    static List<Violation> found(SchemaKind kind, Map<String, byte[]> schema, List<CodeRule> codes, byte[] content) {
        String entry = schema.isEmpty() ? null : schema.keySet().iterator().next();
        DocumentCheck check = CompiledSchema.of(kind, schema, entry).with(codes, LIMITS);
        Findings findings = new Findings();
        try {
            check.check(new ByteArrayInputStream(content), findings.in("tep"));
        } catch (IOException e) {
            throw new AssertionError("bytes in memory cannot fail", e);
        }
        return findings.all();
    }

    static List<Violation> found(SchemaKind kind, Map<String, byte[]> schema, String content) {
        return found(kind, schema, List.of(), content.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code file:line path reason} of each. */
    static List<String> told(List<Violation> violations) {
        return violations.stream()
                .map(one -> one.line() + " " + one.path() + " " + one.reason())
                .toList();
    }
}
