package vn.lgsp.client.signing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Builds the text that is signed (RFC 9421 section 2.5) for any list of components and parameters. Component parameters such as
 * {@code ;sf} or {@code ;bs} are not used by the platform and not supported.
 */
public final class SignatureBase {

    private static final Pattern COMPONENT = Pattern.compile("@?[a-z0-9][a-z0-9-]*");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    private final List<String> components = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** A base that covers nothing yet. */
    public SignatureBase() {}

    /**
     * Adds components; they are signed in the order in which they were added.
     *
     * @throws IllegalArgumentException when a name is not in lower case, or was added before
     */
    public SignatureBase cover(String... names) {
        for (String name : names) {
            if (!COMPONENT.matcher(name).matches() || components.contains(name)) {
                throw new IllegalArgumentException("Not a component, or named twice: \"" + name + "\"");
            }
            components.add(name);
        }
        return this;
    }

    /** Adds an integer parameter, e.g. {@code created} in seconds since 1970 (UTC). */
    public SignatureBase parameter(String name, long value) {
        parameters.put(name, value);
        return this;
    }

    /**
     * Adds a string parameter.
     *
     * @throws IllegalArgumentException when the value has characters that RFC 8941 forbids in strings
     */
    public SignatureBase parameter(String name, String value) {
        if (!PRINTABLE.matcher(value).matches()) {
            throw new IllegalArgumentException("Only printable ASCII may stand in \"" + name + "\"");
        }
        parameters.put(name, value);
        return this;
    }

    /** The value of {@code @signature-params}, which is also what stands in {@code Signature-Input} behind the label. */
    public String parameters() {
        String covered = components.stream().map(name -> '"' + name + '"').collect(Collectors.joining(" ", "(", ")"));
        return parameters.entrySet().stream()
                .map(entry -> ";" + entry.getKey() + "=" + serialise(entry.getValue()))
                .collect(Collectors.joining("", covered, ""));
    }

    /**
     * The text to sign: one line per component, then the parameters; lines end in LF, the last one has no end.
     *
     * @throws IllegalArgumentException when the request lacks a component, or a value is not printable ASCII (percent-encode it first)
     */
    public String of(SignableRequest request) {
        StringBuilder base = new StringBuilder();
        for (String name : components) {
            String value = request.component(name);
            if (!PRINTABLE.matcher(value).matches()) {
                throw new IllegalArgumentException("\"" + name + "\" may hold printable ASCII only");
            }
            base.append('"').append(name).append("\": ").append(value).append('\n');
        }
        return base.append("\"@signature-params\": ").append(parameters()).toString();
    }

    private static String serialise(Object value) {
        return value instanceof String text
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : value.toString();
    }
}
