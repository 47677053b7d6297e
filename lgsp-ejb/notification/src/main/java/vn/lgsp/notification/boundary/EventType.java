package vn.lgsp.notification.boundary;

/** The types of events, as CloudEvents names them. */
public enum EventType {
    /** To the destination: a packet waits (Điều 8.4). */
    READY,
    /** To the source: the destination is ready to receive (Điều 9.2). */
    ACCEPTED,
    /** To the source: the destination confirmed (Điều 9.3). */
    CONFIRMED,
    /** To the source: the destination refused. */
    REFUSED,
    /** To both: time ran out. */
    EXPIRED,
    /** To the destination: the source withdrew the packet. */
    CANCELLED,
    /** To both: the stored content was found changed (Điều 5.2). */
    QUARANTINED,
    /** To the source: the content could not be converted into the form that a destination takes (Điều 8.4). */
    CONVERSION_FAILED,
    /** To the source: these deliveries could not be made and it decides (Điều 5.9); one event for all that came together. */
    UNDELIVERABLE,
    /** To the destination: a packet still waits. */
    REMINDER,
    /** To the source: a destination asks it to send again what is no longer kept (Điều 5.3). */
    RESEND_REQUESTED;

    /** The name outside, e.g. {@code vn.lgsp.packet.ready.v1}; never changes once released. */
    public String cloudEventsType() {
        return "vn.lgsp.packet." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".v1";
    }
}
