package vn.lgsp.client.model;

/** Where a packet as a whole stands. */
public enum PacketState implements Code {
    /** Asked for. */
    REQUESTED,
    /** Allowed; its space is open. */
    GRANTED,
    /** Content is arriving. */
    UPLOADING,
    /** All content arrived. */
    RECEIVED,
    /** Its delivery is planned. */
    PLANNED,
    /** The destination confirmed it. */
    DELIVERED,
    /** The destination did not take it. */
    UNDELIVERED,
    /** The source withdrew it. */
    CANCELLED,
    /** Its time ran out. */
    EXPIRED,
    /** Held back because its content is damaged. */
    QUARANTINED,
    /** Not known to this version of the client. */
    UNKNOWN
}
