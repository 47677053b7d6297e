package vn.lgsp.client;

/** The platform did not answer, or the connection broke and repeating did not help. */
public final class UnreachableException extends LgspException {

    private static final long serialVersionUID = 1L;

    /** See {@link LgspException}. */
    public UnreachableException(String code, String detail, String fix, Throwable cause) {
        super(code, detail, fix, null, true, cause);
    }
}
