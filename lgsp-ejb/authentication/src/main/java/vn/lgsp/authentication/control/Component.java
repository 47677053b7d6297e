package vn.lgsp.authentication.control;

import java.util.Set;
import java.util.regex.Pattern;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.StringItem;
import vn.lgsp.authentication.boundary.SignedRequest;

/**
 * One covered component (RFC 9421 section 2): a header field, or a part of the request line whose name begins with {@code @}.
 *
 * @param identifier name with its parameters as it stands in the signature base
 * @param name the name alone
 * @param parameters its parameters
 */
record Component(String identifier, String name, Parameters parameters) {
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]{1,64}");
    private static final Set<String> DERIVED = Set.of(
            "@method", "@target-uri", "@authority", "@scheme", "@request-target", "@path", "@query", "@query-param");

    /** Reads one item of the list of covered components. */
    static Component of(Item<? extends Object> item) {
        if (!(item instanceof StringItem string)) {
            throw Refusal.form("Signature-Input");
        }
        var name = string.get();
        var component = new Component(string.serialize(), name, string.getParams());
        var known = name.startsWith("@")
                ? DERIVED.contains(name) && component.hasParametersOfDerived()
                : FIELD_NAME.matcher(name).matches() && component.hasParametersOfField();
        if (!known) {
            throw Refusal.unknown(shortened(component.identifier));
        }
        return component;
    }

    /**
     * The component's value in this request (RFC 9421 sections 2.1 and 2.2).
     *
     * @param own the address that the client is taken to have called
     * @param query the query that it is taken to have sent; null for none
     */
    String value(SignedRequest request, BaseUrl own, String query) {
        var path = request.path().isEmpty() ? "/" : request.path();
        var target = query == null ? path : path + "?" + query;
        return switch (name) {
            case "@method" -> request.method();
            case "@target-uri" -> own + target;
            case "@authority" -> own.authority();
            case "@scheme" -> own.scheme();
            case "@request-target" -> target;
            case "@path" -> path;
            case "@query" -> "?" + (query == null ? "" : query);
            case "@query-param" ->
                QueryParameters.value(query, queryParameter())
                        .orElseThrow(() -> Refusal.required(shortened(identifier)));
            default -> field(request);
        };
    }

    private String field(SignedRequest request) {
        var lines = request.lines(name);
        if (lines.isEmpty()) {
            throw Refusal.required(shortened(identifier));
        }
        return parameters.isEmpty() ? String.join(", ", lines) : BinaryLines.wrap(lines);
    }

    private boolean hasParametersOfDerived() {
        return name.equals("@query-param")
                ? parameters.size() == 1 && parameters.get("name") instanceof StringItem
                : parameters.isEmpty();
    }

    /** {@code ;bs} only: {@code ;sf} and {@code ;key} need the type of every field, {@code ;req} and {@code ;tr} have no place here. */
    private boolean hasParametersOfField() {
        return parameters.isEmpty()
                || parameters.size() == 1
                        && parameters.get("bs") != null
                        && Boolean.TRUE.equals(parameters.get("bs").get());
    }

    private String queryParameter() {
        return ((StringItem) parameters.get("name")).get();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
