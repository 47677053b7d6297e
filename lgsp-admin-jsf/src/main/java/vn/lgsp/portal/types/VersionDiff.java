package vn.lgsp.portal.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import vn.lgsp.model.registry.DataTypeVersion.Rules;
import vn.lgsp.portal.shell.Format;
import vn.lgsp.portal.shell.Texts;
import vn.lgsp.registry.boundary.DataTypeVersionView;

/**
 * How one version differs from another.
 *
 * @param rules those that differ
 * @param documents those that differ, with their lines
 */
public record VersionDiff(List<Rule> rules, List<Document> documents) {

    /** A rule before and after; "–" for none. */
    public record Rule(String label, String before, String after) {}

    /** A document with what became of its lines. */
    public record Document(String name, List<LineDiff.Line> lines) {}

    /** @param text the text of a document of a version, empty where it has none */
    static VersionDiff of(
            DataTypeVersionView before,
            DataTypeVersionView after,
            BiFunction<DataTypeVersionView, String, String> text,
            Texts texts,
            Format format) {
        List<Rule> rules = new ArrayList<>();
        Map<String, String> now = words(after, texts, format);
        words(before, texts, format).forEach((key, old) -> {
            if (!old.equals(now.get(key))) {
                rules.add(new Rule(texts.get(key), old, now.get(key)));
            }
        });
        TreeSet<String> names = new TreeSet<>(before.documents().keySet());
        names.addAll(after.documents().keySet());
        List<Document> documents = names.stream()
                .map(name -> new Document(name, LineDiff.of(text.apply(before, name), text.apply(after, name))))
                .filter(document -> !document.lines().stream().allMatch(LineDiff.Line::same))
                .toList();
        return new VersionDiff(rules, documents);
    }

    /** The rules of a version in words, by the key of their label. */
    static Map<String, String> words(DataTypeVersionView version, Texts texts, Format format) {
        Rules rules = version.rules();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("type.standard", or(rules.standard()));
        words.put("type.max-bytes", format.bytes(rules.maxBytes()));
        words.put("type.media-types", or(String.join(", ", rules.mediaTypes())));
        words.put(
                "type.files",
                rules.leastFiles() + "–"
                        + (rules.mostFiles() == null ? "…" : rules.mostFiles().toString()));
        words.put("type.name-pattern", or(rules.namePattern()));
        words.put("type.schema", rules.schemaKind() == null ? "–" : texts.of("schema-kind", rules.schemaKind()));
        words.put("type.entry", or(rules.entryDocument()));
        words.put("type.applies-to", or(rules.appliesTo()));
        words.put(
                "type.codes",
                or(String.join(
                        ", ",
                        version.codes().entrySet().stream()
                                .map(bound -> bound.getKey() + " ∈ " + bound.getValue())
                                .toList())));
        return words;
    }

    private static String or(String text) {
        return text == null || text.isEmpty() ? "–" : text;
    }
}
