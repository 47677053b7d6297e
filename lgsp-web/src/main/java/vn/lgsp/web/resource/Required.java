package vn.lgsp.web.resource;

import java.util.UUID;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.web.view.Inputs;

/** Parameters that must be there and must be what they say. */
final class Required {
    private Required() {}

    /** The body, or a refusal when there is none. */
    static <T> T body(T body) {
        if (body == null) {
            throw new LgspException(ErrorCode.REQUEST_MALFORMED, "body");
        }
        return body;
    }

    /** The draft of Idempotency-Key has a quoted string; bare keys are common and taken too. */
    static String unquoted(String key) {
        boolean quoted = key != null && key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"");
        return quoted ? key.substring(1, key.length() - 1) : key;
    }

    /** A whole number within bounds. */
    static int number(String name, String text, int min, int max) {
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw Inputs.invalid(name, "number", min, max);
    }

    /** An id. */
    static UUID id(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Inputs.invalid(name, "form");
        }
    }
}
