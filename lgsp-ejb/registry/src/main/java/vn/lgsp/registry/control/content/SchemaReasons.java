package vn.lgsp.registry.control.content;

import java.util.Map;

/** Which of our reasons stands for a rule of a schema language. */
final class SchemaReasons {
    private static final String OTHER = "content-schema";

    private static final Map<String, String> XML = Map.ofEntries(
            Map.entry("cvc-elt.1", "content-root"),
            Map.entry("cvc-complex-type.2.3", "content-text"),
            Map.entry("cvc-complex-type.2.4", "content-structure"),
            Map.entry("cvc-complex-type.2", "content-structure"),
            Map.entry("cvc-complex-type.3", "content-unknown"),
            Map.entry("cvc-complex-type.4", "content-missing"),
            Map.entry("cvc-datatype-valid", "content-type"),
            Map.entry("cvc-pattern-valid", "content-pattern"),
            Map.entry("cvc-enumeration-valid", "content-choice"),
            Map.entry("cvc-length-valid", "content-length"),
            Map.entry("cvc-minLength-valid", "content-length"),
            Map.entry("cvc-maxLength-valid", "content-length"),
            Map.entry("cvc-minInclusive-valid", "content-range"),
            Map.entry("cvc-maxInclusive-valid", "content-range"),
            Map.entry("cvc-minExclusive-valid", "content-range"),
            Map.entry("cvc-maxExclusive-valid", "content-range"),
            Map.entry("cvc-totalDigits-valid", "content-range"),
            Map.entry("cvc-fractionDigits-valid", "content-range"),
            Map.entry("cvc-identity-constraint", "content-identity"));

    private static final Map<String, String> JSON = Map.ofEntries(
            Map.entry("required", "content-missing"),
            Map.entry("additionalProperties", "content-unknown"),
            Map.entry("unevaluatedProperties", "content-unknown"),
            Map.entry("type", "content-type"),
            Map.entry("pattern", "content-pattern"),
            Map.entry("enum", "content-choice"),
            Map.entry("const", "content-choice"),
            Map.entry("minLength", "content-length"),
            Map.entry("maxLength", "content-length"),
            Map.entry("minItems", "content-length"),
            Map.entry("maxItems", "content-length"),
            Map.entry("minimum", "content-range"),
            Map.entry("maximum", "content-range"),
            Map.entry("exclusiveMinimum", "content-range"),
            Map.entry("exclusiveMaximum", "content-range"),
            Map.entry("multipleOf", "content-range"),
            Map.entry("uniqueItems", "content-identity"));

    private SchemaReasons() {}

    /** By the name of the rule at the beginning of the validator's message; null for those that only repeat another. */
    static String ofXml(String message) {
        String rule = message.substring(0, Math.max(0, message.indexOf(':')));
        if (rule.startsWith("cvc-type.3.1") || rule.equals("cvc-attribute.3") || rule.equals("cvc-complex-type.2.2")) {
            return null;
        }
        String name = rule;
        while (!name.isEmpty()) {
            String reason = XML.get(name);
            if (reason != null) {
                return reason;
            }
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
        return OTHER;
    }

    /** By the keyword that was broken. */
    static String ofJson(String keyword) {
        return JSON.getOrDefault(keyword, OTHER);
    }
}
