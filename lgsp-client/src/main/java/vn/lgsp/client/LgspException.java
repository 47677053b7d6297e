package vn.lgsp.client;

/**
 * Something did not work. Every failure has a code that programs can rely on, and two sentences for people: what happened and how to
 * fix it, in the language of the client.
 */
public abstract class LgspException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String detail;
    private final String fix;
    private final String requestId;
    private final boolean retry;

    /**
     * A failure.
     *
     * @param code from the platform's catalogue, or one that begins with {@code client-}
     * @param detail what happened
     * @param fix what to do about it
     * @param requestId names the request in the platform's logs; null when the platform did not answer
     * @param retry whether the same intent can succeed later without anybody changing anything
     * @param cause may be null
     */
    protected LgspException(String code, String detail, String fix, String requestId, boolean retry, Throwable cause) {
        super(detail + " [" + code + (requestId == null ? "" : ", " + requestId) + "]", cause);
        this.code = code;
        this.detail = detail;
        this.fix = fix;
        this.requestId = requestId;
        this.retry = retry;
    }

    /** The code, e.g. {@code no-access-right}. */
    public String code() {
        return code;
    }

    /** What happened. */
    public String detail() {
        return detail;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }

    /** Quote it to support; null when the platform did not answer. */
    public String requestId() {
        return requestId;
    }

    /** Whether the same intent can succeed later without anybody changing anything. */
    public boolean retry() {
        return retry;
    }
}
