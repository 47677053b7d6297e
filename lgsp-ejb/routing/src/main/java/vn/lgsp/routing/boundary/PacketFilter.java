package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.PacketState;

/**
 * What a list of packets is narrowed to; every field but the first two may be null.
 *
 * @param from oldest request time, UTC; required
 * @param to request time before which the list ends, UTC; required
 * @param direction sent or received, as seen by {@code agency} or by the person's own agencies; null for both
 * @param agency identifier code of an agency that sends or receives
 * @param dataType code of a data type
 * @param text part of the title, accents or not, or the id of a packet
 */
public record PacketFilter(
        Instant from,
        Instant to,
        Direction direction,
        String agency,
        String dataType,
        Importance importance,
        PacketState state,
        String text) {

    /** Seen from an agency: gửi, nhận. */
    public enum Direction {
        SENT,
        RECEIVED
    }

    /**
     * Where a page begins: the packets older than this id, exclusive; null for the first page.
     *
     * @param before id of the last packet of the page before
     * @param limit rows of a page, 1–2000
     */
    public record Page(UUID before, int limit) {}
}
