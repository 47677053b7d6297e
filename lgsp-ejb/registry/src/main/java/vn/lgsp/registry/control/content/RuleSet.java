package vn.lgsp.registry.control.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import vn.lgsp.model.registry.DataTypeVersion.Rules;

/** All rules of one version of a data type, ready to be held against the files of a packet. */
public final class RuleSet {
    private final Rules rules;
    private final LinearPattern names;
    private final LinearPattern read;
    private final DocumentCheck documents;

    /**
     * Takes the rules together.
     *
     * @param schema null where the version asks nothing of documents
     */
    public RuleSet(Rules rules, CompiledSchema schema, List<CodeRule> codes, Limits limits) {
        this.rules = rules;
        this.names = pattern(rules.namePattern());
        this.read = pattern(rules.appliesTo());
        this.documents = schema == null ? null : schema.with(codes, limits);
    }

    private static LinearPattern pattern(String text) {
        return text == null ? null : LinearPattern.of(text).orElseThrow();
    }

    /** Whether files of this name are read. */
    public boolean reads(String name) {
        return documents != null && (read == null || read.is(name));
    }

    /** What is wrong with the number of files, their names read together, and their size. */
    public void together(int files, long bytes, boolean anyRead, Findings findings) {
        findings.in(null);
        int most = rules.mostFiles() == null ? Integer.MAX_VALUE : rules.mostFiles();
        if (files < rules.leastFiles() || files > most) {
            findings.add(
                    "content-file-count",
                    files + " (" + rules.leastFiles() + "–" + (rules.mostFiles() == null ? "" : most) + ")");
        }
        if (bytes > rules.maxBytes()) {
            findings.add("content-total", bytes + " > " + rules.maxBytes());
        }
        if (documents != null && !anyRead) {
            findings.add("content-none", rules.appliesTo());
        }
    }

    /** What is wrong with a file's name and media type. */
    public void label(String name, String mediaType, Findings findings) {
        findings.in(name);
        if (names != null && !names.is(name)) {
            findings.add("content-file-name", rules.namePattern());
        }
        if (!rules.mediaTypes().isEmpty() && rules.mediaTypes().stream().noneMatch(type -> covers(type, mediaType))) {
            findings.add("content-media-type", mediaType);
        }
    }

    /** What is wrong inside a file that is read. */
    public void inside(String name, InputStream content, Findings findings) throws IOException {
        documents.check(content, findings.in(name));
    }

    private static boolean covers(String allowed, String declared) {
        int parameters = declared.indexOf(';');
        String type = (parameters < 0 ? declared : declared.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        return allowed.endsWith("/*")
                ? type.startsWith(allowed.substring(0, allowed.length() - 1))
                : type.equals(allowed);
    }
}
