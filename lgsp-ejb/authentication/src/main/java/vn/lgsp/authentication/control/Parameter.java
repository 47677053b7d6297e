package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * A parameter of a query or of a form, encoded anew as RFC 3986 has it; a plus sign becomes the space that it stands for.
 *
 * @param name encoded
 * @param value encoded; empty when there was none
 */
record Parameter(String name, String value) {
    /** By name, then by value, byte by byte as both are ASCII: the order in which AWS Signature V4 and OAuth 1.0 sign them. */
    static final Comparator<Parameter> ORDER =
            Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

    private static final int MAX = 1_000;

    /** A parameter whose name and value are still plain text of one character per byte. */
    static Parameter plain(String name, String value) {
        return new Parameter(
                PercentEncoding.encode(name.getBytes(ISO_8859_1)), PercentEncoding.encode(value.getBytes(ISO_8859_1)));
    }

    /**
     * Reads a query or the body of a form.
     *
     * @param encoded one character per byte; null for none
     * @param field named in refusals
     * @return the parameters in the order in which they came
     * @throws vn.lgsp.model.error.LgspException {@code signature-malformed} when it is not well encoded or has too many parameters
     */
    static List<Parameter> read(String encoded, String field) {
        var parameters = new ArrayList<Parameter>();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (var pair : encoded.split("&", MAX + 1)) {
            if (parameters.size() == MAX) {
                throw Refusal.items(field, 0, MAX);
            }
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                parameters.add(new Parameter(
                        again(equals < 0 ? pair : pair.substring(0, equals), field),
                        equals < 0 ? "" : again(pair.substring(equals + 1), field)));
            }
        }
        return parameters;
    }

    /**
     * Whether parameters of one name come in the order of their values. Sorted before they are signed, their order is not signed: were it any,
     * somebody on the way could change which of them comes first.
     */
    static boolean sameNamesInOrder(List<Parameter> parameters) {
        var last = new HashMap<String, String>();
        for (var parameter : parameters) {
            var before = last.put(parameter.name(), parameter.value());
            if (before != null && before.compareTo(parameter.value()) > 0) {
                return false;
            }
        }
        return true;
    }

    private static String again(String encoded, String field) {
        return PercentEncoding.encode(PercentEncoding.decode(encoded, true, field));
    }
}
