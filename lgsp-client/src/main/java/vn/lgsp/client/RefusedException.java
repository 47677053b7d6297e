package vn.lgsp.client;

import java.util.List;
import vn.lgsp.client.model.FieldError;

/** The platform refused (RFC 9457). Some kinds of refusal have a class of their own below this one. */
public class RefusedException extends LgspException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<FieldError> errors;

    /**
     * A refusal.
     *
     * @param status of HTTP
     * @param errors what is wrong with which field; may be empty
     */
    public RefusedException(
            int status,
            String code,
            String detail,
            String fix,
            String requestId,
            boolean retry,
            List<FieldError> errors) {
        super(code, detail, fix, requestId, retry, null);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /** Status of HTTP. */
    public int status() {
        return status;
    }

    /** What is wrong with which field; empty when the refusal is not about fields. */
    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }

    /** The platform does not take the signature or the key (401). */
    public static final class NotAuthenticated extends RefusedException {

        private static final long serialVersionUID = 1L;

        /** See {@link RefusedException}. */
        public NotAuthenticated(String code, String detail, String fix, String requestId, boolean retry) {
            super(401, code, detail, fix, requestId, retry, List.of());
        }
    }

    /** The application is known but may not do this (403). */
    public static final class NotPermitted extends RefusedException {

        private static final long serialVersionUID = 1L;

        /** See {@link RefusedException}. */
        public NotPermitted(String code, String detail, String fix, String requestId, boolean retry) {
            super(403, code, detail, fix, requestId, retry, List.of());
        }
    }

    /** There is no such thing, or this application may not know of it (404). */
    public static final class NotFound extends RefusedException {

        private static final long serialVersionUID = 1L;

        /** See {@link RefusedException}. */
        public NotFound(String code, String detail, String fix, String requestId, boolean retry) {
            super(404, code, detail, fix, requestId, retry, List.of());
        }
    }

    /** The packet or delivery is not in a state that allows this (409). */
    public static final class Conflict extends RefusedException {

        private static final long serialVersionUID = 1L;

        /** See {@link RefusedException}. */
        public Conflict(String code, String detail, String fix, String requestId, boolean retry) {
            super(409, code, detail, fix, requestId, retry, List.of());
        }
    }
}
