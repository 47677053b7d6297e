package vn.lgsp.authentication.control;

import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;

/** Refusals of signature headers; each names the header, parameter or component at fault. */
final class Refusal {
    private Refusal() {}

    /** {@code field} must be there and is not. */
    static LgspException required(String field) {
        return malformed(field, "required");
    }

    /** {@code field} has another form than it must have. */
    static LgspException form(String field) {
        return malformed(field, "form");
    }

    /** {@code field} was given more than once. */
    static LgspException duplicate(String field) {
        return malformed(field, "duplicate");
    }

    /** {@code field} is nothing that the platform knows. */
    static LgspException unknown(String field) {
        return malformed(field, "unknown");
    }

    /** {@code field} is shorter or longer than allowed. */
    static LgspException length(String field, int min, int max) {
        return malformed(field, "length", min, max);
    }

    /** There are fewer or more of {@code field} than allowed. */
    static LgspException items(String field, int min, int max) {
        return malformed(field, "items", min, max);
    }

    /** The signature leaves {@code component} open. */
    static LgspException uncovered(String component) {
        return new LgspException(ErrorCode.SIGNATURE_NOT_COVERING, component);
    }

    private static LgspException malformed(String field, String reason, Object... arguments) {
        return new LgspException(
                ErrorCode.SIGNATURE_MALFORMED, List.of(new FieldError(field, reason, arguments)), field);
    }
}
