package vn.lgsp.client.model;

/** Where the delivery to one destination stands. */
public enum DeliveryState implements Code {
    /** The content is not complete yet. */
    WAITING,
    /** Planned. */
    PLANNED,
    /** The destination was told. */
    NOTIFIED,
    /** The destination is ready. */
    ACCEPTED,
    /** The destination takes the content. */
    FETCHING,
    /** The destination has it, digests agree. */
    CONFIRMED,
    /** The destination will not take it. */
    REFUSED,
    /** Its time ran out. */
    EXPIRED,
    /** The source withdrew the packet. */
    CANCELLED,
    /** It could not be delivered. */
    FAILED,
    /** Not known to this version of the client. */
    UNKNOWN
}
