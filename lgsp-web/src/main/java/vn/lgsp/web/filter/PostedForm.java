package vn.lgsp.web.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.lgsp.authentication.boundary.Authenticated;
import vn.lgsp.authentication.boundary.SignedRequest;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** The form of a request to the token service (RFC 6749 appendix B): each parameter once, and who sent it. */
@RequestScoped
public class PostedForm {
    private static final int MOST = 40;
    private static final int LONGEST_NAME = 60;

    private final Map<String, String> parameters = new HashMap<>();
    private Authenticated client;
    private SignedRequest request;

    /**
     * A parameter.
     *
     * @return empty when it is not there or has no value, which is the same (RFC 6749 section 3.1)
     */
    public Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * A parameter that must be there.
     *
     * @throws LgspException REQUEST_MALFORMED
     */
    public String require(String name) {
        return get(name).orElseThrow(() -> new LgspException(ErrorCode.REQUEST_MALFORMED, name));
    }

    /** Who sent it; null before that was found out. */
    public Authenticated client() {
        return client;
    }

    /** The request as it came. */
    public SignedRequest request() {
        return request;
    }

    void sentBy(Authenticated sender) {
        client = sender;
    }

    /**
     * Reads a form.
     *
     * @throws LgspException REQUEST_MALFORMED where something is given twice, is no UTF-8 or is too much; TARGET_UNKNOWN for a second resource
     */
    void read(SignedRequest as, byte[] body) {
        request = as;
        String text = text(body);
        if (text.isEmpty()) {
            return;
        }
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (name.isEmpty() || name.length() > LONGEST_NAME || parameters.size() >= MOST) {
                throw new LgspException(ErrorCode.REQUEST_MALFORMED, "form");
            }
            if (parameters.put(name, value) != null) {
                throw name.equals("resource")
                        ? new LgspException(ErrorCode.TARGET_UNKNOWN)
                        : new LgspException(
                                ErrorCode.REQUEST_MALFORMED, name.matches("[A-Za-z0-9_.-]+") ? name : "form");
            }
        }
    }

    private static String text(byte[] body) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new LgspException(ErrorCode.REQUEST_MALFORMED, "UTF-8");
        }
    }

    private static String decoded(String text) {
        try {
            String plain = URLDecoder.decode(text, UTF_8);
            if (plain.indexOf('�') < 0) {
                return plain;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the refusal
        }
        throw new LgspException(ErrorCode.REQUEST_MALFORMED, "form");
    }
}
