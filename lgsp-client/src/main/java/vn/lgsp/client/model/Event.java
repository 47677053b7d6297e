package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A notification as CloudEvents 1.0 (Điều 4.5); thin, it says what happened and not what is inside.
 *
 * @param id of the event
 * @param source who says so
 * @param type one of the constants here, or a newer one
 * @param subject id of the packet
 * @param time when it happened
 * @param data more about it
 */
public record Event(String id, String source, String type, String subject, Instant time, Data data) {

    /** A packet waits for this application. */
    public static final String READY = "vn.lgsp.packet.ready.v1";

    /** The destination is ready to receive. */
    public static final String ACCEPTED = "vn.lgsp.packet.accepted.v1";

    /** The destination confirmed. */
    public static final String CONFIRMED = "vn.lgsp.packet.confirmed.v1";

    /** The destination will not take the packet. */
    public static final String REFUSED = "vn.lgsp.packet.refused.v1";

    /** The packet's time ran out. */
    public static final String EXPIRED = "vn.lgsp.packet.expired.v1";

    /** The source withdrew the packet. */
    public static final String CANCELLED = "vn.lgsp.packet.cancelled.v1";

    /** The packet is held back because its content is damaged. */
    public static final String QUARANTINED = "vn.lgsp.packet.quarantined.v1";

    /** The content could not be converted into the form that a destination takes. */
    public static final String CONVERSION_FAILED = "vn.lgsp.packet.conversion-failed.v1";

    /** Deliveries could not be made, and the source decides; {@code GET /api/v1/undeliverable} lists them. */
    public static final String UNDELIVERABLE = "vn.lgsp.packet.undeliverable.v1";

    /** The packet still waits for this application. */
    public static final String REMINDER = "vn.lgsp.packet.reminder.v1";

    /** A destination asks this source to send the packet again. */
    public static final String RESEND_REQUESTED = "vn.lgsp.packet.resend-requested.v1";

    /**
     * What the event is about.
     *
     * @param packetId of the packet
     * @param deliveryId of the delivery; may be null
     * @param importance how urgent the packet is; may be null
     * @param dataType code of its data type; may be null
     * @param size bytes of all files; may be null
     */
    public record Data(UUID packetId, UUID deliveryId, Importance importance, String dataType, Long size) {

        /** Checks what the contract requires. */
        public Data {
            requireNonNull(packetId, "packetId");
        }
    }

    /** Checks what the contract requires. */
    public Event {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
        requireNonNull(data, "data");
    }
}
