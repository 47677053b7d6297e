package vn.lgsp.operations.boundary;

/** Where the value in force comes from; the later in this list, the stronger. */
public enum SettingOrigin {
    DEFAULT,
    /** A person set it here. */
    CHOSEN,
    /** The server's environment or configuration. */
    ENVIRONMENT
}
