package vn.lgsp.client.model;

import java.util.List;

/**
 * A page of packets, newest first.
 *
 * @param items the packets
 * @param hasMore whether a further page follows behind the last of them
 */
public record PacketPage(List<Packet> items, boolean hasMore) {

    /** Copies the list. */
    public PacketPage {
        items = List.copyOf(items);
    }
}
