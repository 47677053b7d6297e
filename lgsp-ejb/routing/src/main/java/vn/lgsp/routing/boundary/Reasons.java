package vn.lgsp.routing.boundary;

import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;

/** The reason that a person gives for an act. */
final class Reasons {
    private static final int MOST = 1000;

    private Reasons() {}

    /** The reason, checked; REQUEST_INVALID without one, and for one that is too long or has control characters. */
    static String required(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > MOST) {
            throw invalid("length", 1, MOST);
        }
        if (reason.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid("control-character");
        }
        return reason.strip();
    }

    private static LgspException invalid(String why, Object... arguments) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError("reason", why, arguments)));
    }
}
