package vn.lgsp.routing.control;

import java.io.IOException;

/** The store of content has no room left. */
public final class StoreFullException extends IOException {
    private static final long serialVersionUID = 1L;

    public StoreFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
