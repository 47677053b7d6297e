package vn.lgsp.registry.control;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lgsp.model.Ids;
import vn.lgsp.model.SearchText;
import vn.lgsp.model.registry.AgencyCode;
import vn.lgsp.registry.boundary.AgencyListRow;
import vn.lgsp.registry.boundary.ImportProblem;

/** Looks at one row by itself: everything that can be said without knowing the other rows and the directory. */
final class ImportRowCheck {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;]{1,64}@[^\\s@,;]+\\.[^\\s@,;]+");
    private static final Pattern WEBSITE = Pattern.compile("(https?://)?[A-Za-z0-9][^\\s<>\"']*");
    private static final int SHOWN = 200;

    private final AgencyListRow row;
    private final List<ImportProblem> problems = new ArrayList<>();
    private final JsonObjectBuilder json = Json.createObjectBuilder();

    ImportRowCheck(AgencyListRow row) {
        this.row = row;
        codes();
        String name = text("name", row.name(), 200);
        String shortName = text("shortName", row.shortName(), 60);
        put("name", name);
        put("short_name", shortName);
        if (name != null) {
            put("search_name", SearchText.fold(shortName == null ? name : name + " " + shortName));
        }
        parent();
        put("kind", text("kind", row.kind(), 60));
        put("area", text("area", row.area(), 100));
        put("address", text("address", row.address(), 250));
        put("email", shaped("email", text("email", row.email(), 100), EMAIL));
        put("telephone", text("telephone", row.telephone(), 60));
        put("website", shaped("website", text("website", row.website(), 100), WEBSITE));
        put("contact", text("contact", row.contact(), 200));
        String zone = text("zone", row.zone(), 30);
        put("zone", zone == null ? null : zone.toLowerCase(Locale.ROOT));
    }

    List<ImportProblem> problems() {
        return problems;
    }

    /** The row for the table. */
    JsonObjectBuilder json() {
        return json.add("position", row.position())
                .add("new_id", Ids.next().toString())
                .add("act", problems.isEmpty() ? "UNKNOWN" : "FAULTY");
    }

    private void codes() {
        String first = text("code", row.code(), Integer.MAX_VALUE);
        String second = text("codeQd20", row.codeQd20(), Integer.MAX_VALUE);
        if (first == null && second == null) {
            wrong("code", "required", null);
            return;
        }
        Optional<AgencyCode> old = first == null ? Optional.empty() : code("code", first);
        Optional<AgencyCode> young = second == null ? Optional.empty() : code("codeQd20", second);
        if (young.filter(code -> code.form() != AgencyCode.Form.QD_20).isPresent()) {
            wrong("codeQd20", "other-form", second);
        }
        if (!problems.isEmpty()) {
            return;
        }
        put("given", old.or(() -> young).orElseThrow().value());
        if (old.isPresent() && young.isPresent()) {
            put("second", young.get().value());
        }
        both(old, young);
    }

    /** The code of each form, the missing one by rule. */
    private void both(Optional<AgencyCode> old, Optional<AgencyCode> young) {
        AgencyCode one = old.or(() -> young).orElseThrow();
        boolean newFormOnly = one.form() == AgencyCode.Form.QD_20;
        if (old.isPresent() && young.isPresent() && newFormOnly && !one.equals(young.get())) {
            wrong("codeQd20", "codes-differ", row.codeQd20());
            return;
        }
        Optional<AgencyCode> qd20 = newFormOnly ? Optional.of(one) : young.or(one::proposal);
        if (qd20.isEmpty()) {
            wrong("codeQd20", "required", null);
            return;
        }
        put("code_qd20", qd20.get().value());
        put("code", newFormOnly ? one.proposal().orElse(one).value() : one.value());
        json.add("level", qd20.get().level());
    }

    private Optional<AgencyCode> code(String field, String text) {
        String tidy = AgencyCode.tidy(text);
        Optional<AgencyCode.Fault> fault = AgencyCode.fault(tidy);
        fault.ifPresent(value ->
                wrong(field, "code-" + value.name().toLowerCase(Locale.ROOT).replace('_', '-'), text));
        return fault.isPresent() ? Optional.empty() : AgencyCode.parse(tidy);
    }

    private void parent() {
        String text = text("parent", row.parent(), Integer.MAX_VALUE);
        if (text != null) {
            code("parent", text).ifPresent(code -> put("parent_code", code.value()));
        }
    }

    private String shaped(String field, String text, Pattern form) {
        if (text != null && !form.matcher(text).matches()) {
            wrong(field, "form", text);
        }
        return text;
    }

    /** The text as it is kept: composed, without blanks around it; null for an empty one. */
    private String text(String field, String raw, int most) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
        if (text.codePoints().anyMatch(ImportRowCheck::invisible)) {
            wrong(field, "control-character", text);
            return null;
        }
        if (text.length() > most) {
            wrong(field, "too-long", text);
            return null;
        }
        return text;
    }

    private static boolean invisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private void wrong(String field, String reason, String value) {
        String shown = value == null
                ? null
                : value.substring(0, Math.min(SHOWN, value.length())).replace('\0', ' ');
        problems.add(new ImportProblem(row.position(), field, reason, true, shown));
    }

    private void put(String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }
}
