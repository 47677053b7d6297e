package vn.lgsp.authentication.control;

import java.util.List;
import java.util.Set;
import vn.lgsp.authentication.boundary.SignedRequest;

/** What every scheme that signs headers asks of them. */
final class RequestHeaders {
    /** Headers that change what a request means or who answers for it: they are signed wherever there are any. */
    static final List<String> MEANING = List.of("content-digest", "content-encoding", "idempotency-key");

    /** Headers of which readers take one line: a second line would be signed and not seen, or seen and not signed. */
    private static final Set<String> ONE_LINE_ONLY = Set.of(
            "host", "content-type", "content-length", "content-encoding", "idempotency-key", "authorization", "range");

    private RequestHeaders() {}

    /**
     * Refuses a header that came twice and must not.
     *
     * @throws vn.lgsp.model.error.LgspException {@code signature-malformed} naming it
     */
    static void requireSingleLines(SignedRequest request) {
        ONE_LINE_ONLY.forEach(name -> requireSingleLine(request, name));
    }

    /** Refuses one header that came twice. */
    static void requireSingleLine(SignedRequest request, String name) {
        if (request.lines(name).size() > 1) {
            throw Refusal.duplicate(name);
        }
    }

    /** Refuses a value with a line break, which would pass for several lines, or a character above one byte, which has no agreed bytes. */
    static String requireOneLine(String value, String name) {
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0 || c > 0xFF)) {
            throw Refusal.form(name);
        }
        return value;
    }
}
