package vn.lgsp.client.model;

/** What the platform still keeps of a packet's content. */
public enum ContentState implements Code {
    /** Nothing arrived yet. */
    EMPTY,
    /** Kept, encrypted. */
    STORED,
    /** The key is destroyed: nobody can read it any more. */
    SHREDDED,
    /** The bytes are gone as well. */
    ERASED,
    /** Not known to this version of the client. */
    UNKNOWN
}
