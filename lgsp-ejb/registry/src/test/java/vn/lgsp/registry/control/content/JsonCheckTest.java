package vn.lgsp.registry.control.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.lgsp.registry.control.content.Samples.documents;
import static vn.lgsp.registry.control.content.Samples.found;
import static vn.lgsp.registry.control.content.Samples.told;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lgsp.model.error.ContentRefused.Violation;
import vn.lgsp.model.registry.SchemaKind;

@DisplayName("JSON documents against their rules (Điều 3.6, 8.2; threat 18)")
class JsonCheckTest {
    private static final Map<String, byte[]> NONE = Map.of();

    private static final Map<String, byte[]> SCHEMA = documents(
            "ho-so.json",
            """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["ma", "muc"],
             "additionalProperties": false,
             "properties": {"ma": {"$ref": "kieu.json#/$defs/ma"},
                            "muc": {"type": "array", "maxItems": 3, "items": {"type": "object", "required": ["so"],
                                "properties": {"so": {"type": "integer", "minimum": 1}}}}}}""",
            "kieu.json",
            """
            {"$defs": {"ma": {"type": "string", "pattern": "^[A-Z]{2}[0-9]+$"}}}""");

    @Test
    @DisplayName(
            "a document that follows the schema is taken; of one that does not, every place is named with its line")
    void schema() {
        assertThat(found(SchemaKind.JSON, SCHEMA, "{\"ma\": \"HS1\", \"muc\": [{\"so\": 1}]}"))
                .isEmpty();
        List<Violation> wrong = found(
                SchemaKind.JSON,
                SCHEMA,
                """
                {
                  "ma": "hs",
                  "muc": [
                    {"so": 0},
                    {},
                    {"so": "x"}
                  ],
                  "la": 1
                }""");
        assertThat(told(wrong))
                .containsExactlyInAnyOrder(
                        "2 /ma content-pattern",
                        "4 /muc/0/so content-range",
                        "5 /muc/1 content-missing",
                        "6 /muc/2/so content-type",
                        "1 / content-unknown");
    }

    @Test
    @DisplayName("of a large document the first violation is told, of a small one at most fifty")
    void bounded() {
        Map<String, byte[]> numbers = documents("a.json", "{\"items\": {\"type\": \"integer\"}}");
        assertThat(found(SchemaKind.JSON, numbers, "[" + "\"x\",".repeat(200) + "1]"))
                .hasSize(50);
        assertThat(found(SchemaKind.JSON, numbers, "[" + "\"x\",".repeat(100_000) + "1]"))
                .hasSize(1);
    }

    @Test
    @DisplayName("codes are looked up at their paths")
    void codes() {
        List<CodeRule> rules = List.of(new CodeRule("/muc/*/tinh", "tinh", Set.of("01", "02")));
        byte[] content =
                "{\"muc\": [{\"tinh\": \"01\"},\n {\"tinh\": \"99\"}, {\"tinh\": 1}, {\"tinh\": {}}, {\"tinh\": null}]}"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(told(found(SchemaKind.JSON, NONE, rules, content)))
                .containsExactly(
                        "2 /muc/1/tinh content-code", "2 /muc/2/tinh content-code", "2 /muc/3/tinh content-code");
    }

    @ParameterizedTest
    @DisplayName("what readers disagree about is refused")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"a": 1, "a": 2}            | content-duplicate
            {"a": 1, "\\u0061": 2}      | content-duplicate
            [1e400]                     | content-number
            [-1e400]                    | content-number
            [1e-400]                    | content-number
            [0e99999999]                | content-number
            ["\\ud800"]                 | content-surrogate
            ["\\udc00\\ud800"]          | content-surrogate
            {"\\ud800": 1}              | content-surrogate
            [1, 2] [3]                  | content-malformed
            [1, 2,]                     | content-malformed
            [01]                        | content-malformed
            [NaN]                       | content-malformed
            ['a']                       | content-malformed
            [1] // lời                  | content-malformed
            {"a": 1                     | content-malformed
            [+1]                        | content-malformed
            [.5]                        | content-malformed
            [1.]                        | content-malformed
            ["\\x41"]                   | content-malformed
            [tru]                       | content-malformed
            {a: 1}                      | content-malformed
            """)
    void disagreement(String text, String reason) {
        assertThat(found(SchemaKind.JSON, NONE, text))
                .extracting(Violation::reason)
                .containsExactly(reason);
    }

    @ParameterizedTest
    @DisplayName("what is sound is taken")
    @ValueSource(
            strings = {
                "[]",
                "null",
                "\"\\ud83d\\ude00\"",
                "[1e308, -0, 0.0, 1.5e-300, 0e1]",
                "{\"\": {\"a\": [[]]}}",
                " [ 1 ] \n"
            })
    void sound(String text) {
        assertThat(found(SchemaKind.JSON, NONE, text)).isEmpty();
    }

    @Test
    @DisplayName("depth, numbers, texts and size have bounds")
    void bounds() {
        assertThat(told(found(SchemaKind.JSON, NONE, "[".repeat(100_000)))).containsExactly(deep());
        assertThat(found(SchemaKind.JSON, NONE, "{\"a\":".repeat(100_000)))
                .extracting(Violation::reason)
                .containsExactly("content-depth");
        assertThat(found(SchemaKind.JSON, NONE, "[" + "9".repeat(100_000) + "]"))
                .extracting(Violation::reason)
                .containsExactly("content-value");
        assertThat(found(SchemaKind.JSON, NONE, "[\"" + "x".repeat(100_000) + "\"]"))
                .extracting(Violation::reason)
                .containsExactly("content-value");
        assertThat(found(SchemaKind.JSON, NONE, " ".repeat(3_000_000)))
                .extracting(Violation::reason)
                .containsExactly("content-too-large");
        assertThat(found(SchemaKind.JSON, NONE, ""))
                .extracting(Violation::reason)
                .containsExactly("content-malformed");
    }

    private static String deep() {
        return "1 " + "/0".repeat(99) + " content-depth";
    }

    @Test
    @DisplayName("other encodings than UTF-8 are refused")
    void encodings() {
        for (byte[] content : List.of(
                "[1]".getBytes(StandardCharsets.UTF_16LE),
                "\uFEFF[1]".getBytes(StandardCharsets.UTF_16),
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xFF, '"'})) {
            assertThat(found(SchemaKind.JSON, NONE, List.of(), content))
                    .extracting(Violation::reason)
                    .hasSize(1)
                    .allMatch(reason -> reason.equals("content-encoding") || reason.equals("content-malformed"));
        }
    }

    @ParameterizedTest
    @DisplayName("a schema that reaches outside, never ends, or cannot be matched in linear time is refused")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"$ref": "https://example.com/a.json"}             | schema-outside
            {"$ref": "file:///etc/passwd"}                     | schema-outside
            {"$ref": "classpath:META-INF/MANIFEST.MF"}         | schema-outside
            {"$ref": "khong-co.json"}                          | schema-outside
            {"$schema": "https://example.com/la"}              | schema-outside
            {"$ref": "#"}                                      | schema-endless
            {"allOf": [{"$ref": "#"}]}                         | schema-endless
            {"pattern": "(a)\\\\1"}                            | schema-pattern
            {"pattern": "(?=a)b"}                              | schema-pattern
            {"$id": "https://example.com/a"}                   | schema-id
            {"type": "chu"}                                    | schema-broken
            {"type": 1}                                        | schema-broken
            {"a": 1, "a": 2}                                   | content-duplicate
            [                                                  | content-malformed
            """)
    void schemaFaults(String schema, String reason) {
        assertThatExceptionOfType(SchemaFault.class)
                .isThrownBy(() -> CompiledSchema.of(SchemaKind.JSON, documents("a.json", schema), "a.json"))
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo(reason));
    }

    /** Each level asks the one below twice, and in vain. */
    private static String doubling(String start) {
        String levels = IntStream.rangeClosed(1, 30)
                .mapToObj(n -> "\"n%d\": {\"anyOf\": [{\"$ref\": \"#/$defs/n%d\"}, {\"$ref\": \"#/$defs/n%d\"}]}"
                        .formatted(n, n - 1, n - 1))
                .collect(Collectors.joining(", "));
        return "{%s, \"$defs\": {\"n0\": {\"const\": \"chữ\"}, %s}}".formatted(start, levels);
    }

    @Test
    @DisplayName("alternatives that double with every level are given up, when tried or when content comes to them")
    void doublings() {
        assertThatExceptionOfType(SchemaFault.class)
                .isThrownBy(() -> CompiledSchema.of(
                        SchemaKind.JSON, documents("a.json", doubling("\"$ref\": \"#/$defs/n30\"")), "a.json"))
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo("schema-branching"));
        Map<String, byte[]> schema =
                documents("a.json", doubling("\"properties\": {\"k\": {\"$ref\": \"#/$defs/n30\"}}"));
        assertThat(found(SchemaKind.JSON, schema, "{\"k\": \"khác\"}"))
                .extracting(Violation::reason)
                .containsExactly("check-too-long");
        assertThat(found(SchemaKind.JSON, schema, "{\"k\": \"chữ\"}")).isEmpty();
        assertThat(found(SchemaKind.JSON, schema, "{\"l\": \"khác\"}")).isEmpty();
    }

    @Test
    @DisplayName("a pattern that would hold another matcher for ever is matched at once")
    void linear() {
        Map<String, byte[]> schema = documents("a.json", "{\"pattern\": \"^(a+)+$\"}");
        assertThat(found(SchemaKind.JSON, schema, "\"" + "a".repeat(60_000) + "!\""))
                .extracting(Violation::reason)
                .containsExactly("content-pattern");
    }
}
