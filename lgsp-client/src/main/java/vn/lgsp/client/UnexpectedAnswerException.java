package vn.lgsp.client;

/** The other side answered something that the published interface does not know: most often it is not the platform. */
public final class UnexpectedAnswerException extends LgspException {

    private static final long serialVersionUID = 1L;

    /** See {@link LgspException}. */
    public UnexpectedAnswerException(String code, String detail, String fix, String requestId, Throwable cause) {
        super(code, detail, fix, requestId, false, cause);
    }
}
