package vn.lgsp.routing.control;

import java.io.IOException;

/** The store of content does not answer, or not as it should: nothing is known of the blob that was asked for. */
public final class StoreUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
