package vn.lgsp.registry.control;

import java.util.List;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;

/** Checks texts that people typed, and refuses them by field. */
public final class Wording {
    private static final int LEAST_REASON = 3;
    private static final int MOST_REASON = 500;

    private Wording() {}

    /** A reason: 3–500 characters, of one line. */
    public static String reason(String text) {
        String reason = text == null ? "" : text.strip();
        if (reason.length() < LEAST_REASON || reason.length() > MOST_REASON) {
            throw invalid("reason", "length", LEAST_REASON, MOST_REASON);
        }
        return plain("reason", reason);
    }

    /** A text that may be missing: null or at most so many characters, of one line. */
    public static String optional(String field, String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > most) {
            throw invalid(field, "length", 0, most);
        }
        return plain(field, stripped);
    }

    /** A refusal of one field. */
    public static LgspException invalid(String field, String reason, Object... arguments) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, reason, arguments)));
    }

    private static String plain(String field, String text) {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid(field, "control-character");
        }
        return text;
    }
}
