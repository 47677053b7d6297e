package vn.lgsp.registry.control;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.DataTypeVersion.Rules;
import vn.lgsp.registry.control.content.LinearPattern;
import vn.lgsp.registry.control.content.SchemaFault;

/** Checks the rules of a data type as somebody typed them. */
public final class TypeRules {
    /** Names of schema documents: what an include can name. */
    public static final Pattern DOCUMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/(\\*|[a-z0-9][a-z0-9!#$&^_.+-]{0,63})");
    private static final Pattern PATH = Pattern.compile("(/[^/@\\s]{1,100}){1,20}(/@[^/@\\s]{1,100})?");
    private static final int LONGEST_PATH = 300;
    private static final int MOST_MEDIA_TYPES = 12;
    private static final int MOST_CODES = 50;
    private static final int MOST_FILES = 1000;
    private static final long LARGEST = 1L << 40;

    private TypeRules() {}

    /** The rules without blanks around their texts; what is wrong goes to {@code fields}. */
    public static Rules checked(Fields fields, Rules given) {
        if (given.maxBytes() < 1 || given.maxBytes() > LARGEST) {
            fields.add("maxBytes", "number", 1, LARGEST);
        }
        bounded(fields, "leastFiles", given.leastFiles(), 1);
        if (given.mostFiles() != null) {
            bounded(fields, "mostFiles", given.mostFiles(), Math.max(1, given.leastFiles()));
        }
        if (given.mediaTypes().size() > MOST_MEDIA_TYPES) {
            fields.add("mediaTypes", "items", 0, MOST_MEDIA_TYPES);
        }
        List<String> mediaTypes = given.mediaTypes().stream()
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!mediaTypes.stream().allMatch(type -> MEDIA_TYPE.matcher(type).matches())) {
            fields.add("mediaTypes", "media-type");
        }
        String entry = fields.line("entryDocument", given.entryDocument(), 100, DOCUMENT);
        if (entry != null && given.schemaKind() == null) {
            fields.add("schemaKind", "required");
        }
        return new Rules(
                fields.line("standard", given.standard(), 200),
                given.maxBytes(),
                mediaTypes,
                given.leastFiles(),
                given.mostFiles(),
                pattern(fields, "namePattern", given.namePattern()),
                given.schemaKind(),
                entry,
                pattern(fields, "appliesTo", given.appliesTo()));
    }

    private static void bounded(Fields fields, String field, int value, int least) {
        if (value < least || value > MOST_FILES) {
            fields.add(field, "number", least, MOST_FILES);
        }
    }

    private static String pattern(Fields fields, String field, String given) {
        String text = given == null || given.isBlank() ? null : given.strip();
        if (text != null && LinearPattern.of(text).isEmpty()) {
            fields.add(field, "rule-pattern", LinearPattern.LONGEST);
        }
        return text;
    }

    /** The bound paths; what is wrong goes to {@code fields}. */
    public static void codes(Fields fields, Rules rules, Map<String, String> codes, TypeStore store) {
        if (codes.size() > MOST_CODES) {
            fields.add("codes", "items", 0, MOST_CODES);
        }
        if (!codes.isEmpty() && rules.schemaKind() == null) {
            fields.add("schemaKind", "required");
        }
        codes.forEach((path, list) -> {
            if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
                fields.add("codes", "rule-path");
            } else if (list == null || !store.listPublished(list)) {
                fields.add("codes", "code-list");
            }
        });
    }

    /** A schema that cannot be used, as people and programs are told. */
    public static LgspException unusable(SchemaFault fault) {
        return new LgspException(
                ErrorCode.SCHEMA_UNUSABLE, List.of(new FieldError("schema", fault.reason())), fault.told());
    }
}
