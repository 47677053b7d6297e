package vn.lgsp.registry.control.transform;

/** Ends a conversion that has used up what it may use. An error, so that no program can catch it. */
final class Stopped extends Error {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason a key of the bundle Fields */
    Stopped(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
