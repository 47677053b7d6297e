package vn.lgsp.authentication.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.StringItem;
import vn.lgsp.authentication.boundary.SignedRequest;

/**
 * One member of {@code Signature-Input} with its signature (RFC 9421 section 4): the covered components and the signature's parameters.
 *
 * @param components in the order in which they were signed
 * @param list the member as parsed, for its canonical writing
 * @param signature the bytes of the member of the same label in {@code Signature}
 */
record SignatureInput(List<Component> components, InnerList list, byte[] signature) {
    private static final int MAX_HEADER = 4096;
    private static final int MAX_COMPONENTS = 32;
    private static final int MAX_SIGNATURE = 1024;

    /**
     * Finds the one signature with this tag; signatures with other tags, or without one, are somebody else's.
     *
     * @param tag the tag (RFC 9421 section 2.3)
     */
    static SignatureInput tagged(SignedRequest request, String tag) {
        var inputs = dictionary(request, "signature-input", "Signature-Input");
        var signatures = dictionary(request, "signature", "Signature");
        var labels = inputs.entrySet().stream()
                .filter(input -> isTagged(input.getValue(), tag))
                .map(Map.Entry::getKey)
                .toList();
        if (labels.isEmpty()) {
            throw Refusal.required("tag");
        }
        if (labels.size() > 1) {
            throw Refusal.duplicate("tag");
        }
        var list = (InnerList) inputs.get(labels.get(0));
        return new SignatureInput(components(list), list, signature(signatures.get(labels.get(0))));
    }

    /** A parameter that must be an integer; null when it is absent. */
    Instant time(String parameter) {
        var item = list.getParams().get(parameter);
        if (item == null) {
            return null;
        }
        if (!(item instanceof IntegerItem seconds)) {
            throw Refusal.form(parameter);
        }
        return Instant.ofEpochSecond(seconds.getAsLong());
    }

    /** A parameter that must be a string of so many characters. */
    String text(String parameter, int min, int max) {
        var item = list.getParams().get(parameter);
        if (item == null) {
            throw Refusal.required(parameter);
        }
        if (!(item instanceof StringItem string)) {
            throw Refusal.form(parameter);
        }
        var text = string.get();
        if (text.length() < min || text.length() > max) {
            throw Refusal.length(parameter, min, max);
        }
        return text;
    }

    /** Names of the covered components, without parameters; a single query parameter does not count as the query. */
    Set<String> covered() {
        return components.stream().map(Component::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The signature base (RFC 9421 section 2.5).
     *
     * @param own the address that the client is taken to have called
     * @param query the query that it is taken to have sent; null for none
     */
    byte[] base(SignedRequest request, BaseUrl own, String query) {
        var base = new StringBuilder(1024);
        for (var component : components) {
            base.append(component.identifier())
                    .append(": ")
                    .append(RequestHeaders.requireOneLine(component.value(request, own, query), component.name()))
                    .append('\n');
        }
        base.append("\"@signature-params\": ").append(list.serialize());
        return base.toString().getBytes(ISO_8859_1);
    }

    private static Map<String, ListElement<? extends Object>> dictionary(
            SignedRequest request, String header, String asWritten) {
        if (!request.has(header)) {
            throw Refusal.required(asWritten);
        }
        return StructuredFields.dictionary(request.lines(header), MAX_HEADER)
                .orElseThrow(() -> Refusal.form(asWritten));
    }

    private static boolean isTagged(ListElement<? extends Object> member, String tag) {
        return member instanceof InnerList list
                && list.getParams().get("tag") instanceof StringItem string
                && string.get().equals(tag);
    }

    private static List<Component> components(InnerList list) {
        if (list.get().size() > MAX_COMPONENTS) {
            throw Refusal.items("Signature-Input", 1, MAX_COMPONENTS);
        }
        var components = list.get().stream().map(Component::of).toList();
        var seen = new HashSet<String>();
        for (var component : components) {
            if (!seen.add(component.identifier())) {
                throw Refusal.duplicate(component.name());
            }
        }
        return components;
    }

    private static byte[] signature(ListElement<? extends Object> member) {
        if (member == null) {
            throw Refusal.required("Signature");
        }
        if (!(member instanceof ByteSequenceItem item) || item.get().remaining() > MAX_SIGNATURE) {
            throw Refusal.form("Signature");
        }
        return Octets.of(item);
    }
}
