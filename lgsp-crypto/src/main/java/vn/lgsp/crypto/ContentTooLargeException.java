package vn.lgsp.crypto;

import java.io.IOException;

/** More bytes arrived than the caller allows. */
public final class ContentTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
    private final long limit;

    ContentTooLargeException(long limit) {
        super("The content is larger than the " + limit + " bytes allowed.");
        this.limit = limit;
    }

    /** @return the limit, bytes */
    public long limit() {
        return limit;
    }
}
