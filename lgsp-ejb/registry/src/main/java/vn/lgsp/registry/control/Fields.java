package vn.lgsp.registry.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.error.LgspException.FieldError;

/** Collects what is wrong with the fields of one request, so that all of it is told at once. */
public final class Fields {
    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_ADDRESS = 500;

    private final List<FieldError> wrong = new ArrayList<>();

    /** A text that must be there; returned without blanks around it. */
    public String text(String field, String value, int least, int most) {
        String clean = value == null ? "" : value.strip();
        if (clean.isEmpty()) {
            add(field, "required");
        } else {
            bounded(field, clean, least, most);
        }
        return clean;
    }

    /** A text that may be absent: null then. */
    public String optional(String field, String value, int most) {
        if (value == null || value.isBlank()) {
            return null;
        }
        bounded(field, value.strip(), 1, most);
        return value.strip();
    }

    /** As {@link #optional}, of one line. */
    public String line(String field, String value, int most) {
        String clean = optional(field, value, most);
        if (clean != null && clean.matches("(?s).*[\\r\\n].*")) {
            add(field, "control-character");
        }
        return clean;
    }

    /** As {@link #line}, and of this form when it is there. */
    public String line(String field, String value, int most, Pattern form) {
        String clean = line(field, value, most);
        if (clean != null && !form.matcher(clean).matches()) {
            add(field, "form");
        }
        return clean;
    }

    private void bounded(String field, String clean, int least, int most) {
        int length = clean.codePointCount(0, clean.length());
        if (length < least || length > most) {
            add(field, "length", least, most);
        } else if (clean.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            add(field, "control-character");
        }
    }

    /** A code that must look like this. */
    public String code(String field, String value, Pattern form) {
        String clean = value == null ? "" : value.strip();
        if (clean.isEmpty()) {
            add(field, "required");
        } else if (!form.matcher(clean).matches()) {
            add(field, "form");
        }
        return clean;
    }

    /** An address that can be called: http or https, a host, nobody's password in it; null when absent. */
    public String address(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String clean = value.strip();
        if (clean.length() > LONGEST_ADDRESS || !callable(clean)) {
            add(field, "callback");
        }
        return clean;
    }

    private static boolean callable(String address) {
        try {
            URI uri = new URI(address);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A choice that must have been made. */
    public void chosen(String field, Object value) {
        if (value == null) {
            add(field, "required");
        }
    }

    /** One more fault. */
    public void add(String field, String reason, Object... arguments) {
        wrong.add(new FieldError(field, reason, arguments));
    }

    /** @throws LgspException REQUEST_INVALID with all that was found */
    public void check() {
        if (!wrong.isEmpty()) {
            throw new LgspException(ErrorCode.REQUEST_INVALID, wrong);
        }
    }

    /** A refusal of one field. */
    public static LgspException invalid(String field, String reason, Object... arguments) {
        return new LgspException(ErrorCode.REQUEST_INVALID, List.of(new FieldError(field, reason, arguments)));
    }

    /**
     * The reason that somebody gave, 3–500 characters, without blanks around it; it may have several lines.
     *
     * @throws LgspException REQUEST_INVALID for one that is too short, too long or not there
     */
    public static String reason(String reason) {
        Fields fields = new Fields();
        String clean = fields.text("reason", reason, SHORTEST_REASON, LONGEST_REASON);
        fields.check();
        return clean;
    }
}
