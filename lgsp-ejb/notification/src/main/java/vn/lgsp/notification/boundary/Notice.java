package vn.lgsp.notification.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.notification.Event;

/**
 * An event as its subscriber reads it.
 *
 * @param seq the subscriber's own count, from 1, without gaps
 * @param type CloudEvents type
 * @param deliveryId may be null
 * @param data JSON object
 */
public record Notice(UUID id, long seq, String type, UUID packetId, UUID deliveryId, String data, Instant at) {
    static Notice of(Event event) {
        return new Notice(
                event.id(), event.seq(), event.type(), event.packetId(), event.deliveryId(), event.data(), event.at());
    }
}
