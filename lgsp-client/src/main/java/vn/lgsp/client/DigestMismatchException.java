package vn.lgsp.client;

/** What arrived is not what was sent. Nothing of it was kept. */
public final class DigestMismatchException extends LgspException {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String actual;

    /** See {@link LgspException}. */
    public DigestMismatchException(
            String code, String detail, String fix, String requestId, String expected, String actual) {
        super(code, detail, fix, requestId, true, null);
        this.expected = expected;
        this.actual = actual;
    }

    /** The digest that was promised, {@code sha-256=:base64:}. */
    public String expected() {
        return expected;
    }

    /** The digest of what arrived. */
    public String actual() {
        return actual;
    }
}
