package vn.lgsp.portal.types;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;
import vn.lgsp.model.registry.DataTypeVersion.Rules;
import vn.lgsp.model.registry.SchemaKind;
import vn.lgsp.registry.boundary.DataTypeVersionView;

/** Rules as a form asks for them: read from the request, shown again as they were typed or as they are known. */
final class RulesForm {
    private static final long MEBIBYTE = 1024L * 1024L;

    private final HttpServletRequest request;
    private final Map<String, String> known = new LinkedHashMap<>();

    RulesForm(HttpServletRequest request, DataTypeVersionView version) {
        this.request = request;
        if (version == null) {
            known.put("co-toi-da", "10");
            known.put("tep-it-nhat", "1");
            return;
        }
        Rules rules = version.rules();
        known.put("chuan", rules.standard());
        known.put("co-toi-da", Long.toString(Math.max(1, rules.maxBytes() / MEBIBYTE)));
        known.put("kieu-tep", String.join(" ", rules.mediaTypes()));
        known.put("tep-it-nhat", Integer.toString(rules.leastFiles()));
        known.put(
                "tep-nhieu-nhat",
                rules.mostFiles() == null ? "" : rules.mostFiles().toString());
        known.put("mau-ten", rules.namePattern());
        known.put(
                "luoc-do", rules.schemaKind() == null ? "" : rules.schemaKind().name());
        known.put("tai-lieu-chinh", rules.entryDocument());
        known.put("ap-dung", rules.appliesTo());
        known.put(
                "danh-muc",
                version.codes().entrySet().stream()
                        .map(bound -> bound.getKey() + " " + bound.getValue())
                        .collect(Collectors.joining("\n")));
    }

    /** What stands in a field; never null. */
    String value(String name) {
        String typed = request.getParameter(name);
        String shown = typed != null ? typed : known.get(name);
        return shown == null ? "" : shown.strip();
    }

    Rules rules() {
        String kind = value("luoc-do");
        return new Rules(
                value("chuan"),
                number("maxBytes", "co-toi-da") * MEBIBYTE,
                words("kieu-tep").toList(),
                (int) number("leastFiles", "tep-it-nhat"),
                value("tep-nhieu-nhat").isEmpty() ? null : Integer.valueOf((int) number("mostFiles", "tep-nhieu-nhat")),
                value("mau-ten"),
                Stream.of(SchemaKind.values())
                        .filter(one -> one.name().equals(kind))
                        .findFirst()
                        .orElse(null),
                value("tai-lieu-chinh"),
                value("ap-dung"));
    }

    /** Lines of a path and a list. */
    Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String line : value("danh-muc").split("\\R")) {
            List<String> parts = Stream.of(line.strip().split("\\s+"))
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (parts.isEmpty()) {
                continue;
            }
            if (parts.size() != 2) {
                throw invalid("codes", "rule-path");
            }
            codes.put(parts.get(0), parts.get(1));
        }
        return codes;
    }

    private Stream<String> words(String name) {
        return Stream.of(value(name).split("[\\s,]+")).filter(word -> !word.isEmpty());
    }

    private long number(String field, String name) {
        String text = value(name);
        if (!text.matches("\\d{1,7}")) {
            throw invalid(field, "form");
        }
        return Long.parseLong(text);
    }

    private static LgspException invalid(String field, String reason) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, reason)));
    }
}
