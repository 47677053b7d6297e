package vn.lgsp.authentication.boundary;

/** How a key stands. */
public enum KeyState {
    /** Requests may be signed with it. */
    ACTIVE,
    /** Requests may be signed with it, but another key has taken its place and it ends soon. */
    OVERLAPPING,
    /** Its end has come. */
    EXPIRED,
    /** Somebody ended it before its time. */
    REVOKED
}
