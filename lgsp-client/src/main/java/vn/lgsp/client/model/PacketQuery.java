package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Which packets to list.
 *
 * @param direction sent or received
 * @param state only packets in this state; null: any
 * @param limit 1 to 200
 * @param after id of the last packet of the page before; null: the first page
 */
public record PacketQuery(Direction direction, PacketState state, int limit, UUID after) {

    /** Which way a packet went. */
    public enum Direction implements Code {
        /** From this agency. */
        SENT,
        /** To this agency. */
        RECEIVED
    }

    /** Checks the range of the limit. */
    public PacketQuery {
        requireNonNull(direction, "direction");
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("limit must be 1 to 200");
        }
    }

    /** The newest packets that this agency sent. */
    public static PacketQuery sent() {
        return new PacketQuery(Direction.SENT, null, 50, null);
    }

    /** The newest packets that this agency received. */
    public static PacketQuery received() {
        return new PacketQuery(Direction.RECEIVED, null, 50, null);
    }

    /** The same query, for the page behind a packet. */
    public PacketQuery after(UUID packetId) {
        return new PacketQuery(direction, state, limit, packetId);
    }
}
