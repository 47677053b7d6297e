package vn.lgsp.routing.boundary;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.packet.DeliveryState;
import vn.lgsp.model.packet.Importance;
import vn.lgsp.model.packet.Undeliverable.Decision;
import vn.lgsp.model.packet.Undeliverable.Reason;

/**
 * A delivery that could not be made, as its source decides about it (Điều 5.9).
 *
 * @param state of the delivery
 * @param detail what the destination said, or the code of what happened; may be null
 * @param since when it was found that it could not be delivered
 * @param toldAt when the source was told; null while it has not been
 * @param decision null while nothing was decided, and again when the time of waiting is over
 * @param decidedBy null as long as {@code decision} is
 * @param decidedAt null as long as {@code decision} is
 * @param waitUntil null unless the source waits
 * @param deadline the delivery ends then; for one that has ended, until when its content is kept for the decision; may be null
 * @param nextDeliveryId the delivery that came in its place; null without one
 * @param contentKept whether the platform still has the content
 * @param remindedAt when the destination was last reminded; null before
 * @param closedAt when nothing more was to be decided; null while something is
 * @param options what may be decided now
 */
public record UndeliverableView(
        UUID deliveryId,
        UUID packetId,
        String title,
        Importance importance,
        String dataType,
        DeliveryState state,
        PacketView.Party source,
        PacketView.Party destination,
        Reason reason,
        String detail,
        Instant since,
        Instant toldAt,
        Decision decision,
        String decidedBy,
        Instant decidedAt,
        Instant waitUntil,
        Instant deadline,
        UUID nextDeliveryId,
        boolean contentKept,
        Instant remindedAt,
        Instant closedAt,
        Set<Decision> options) {

    /** Where an entry stands. */
    public enum Stand {
        /** The source has to decide. */
        OPEN,
        /** The source waits. */
        WAITING,
        /** Nothing more is to be decided. */
        CLOSED
    }

    /** Where it stands. */
    public Stand stand() {
        if (closedAt != null) {
            return Stand.CLOSED;
        }
        return decision == Decision.WAIT ? Stand.WAITING : Stand.OPEN;
    }

    /** What may be decided about a delivery in this state; nothing about an entry that is closed. */
    static Set<Decision> options(DeliveryState state, boolean closed, boolean contentKept) {
        if (closed) {
            return Set.of();
        }
        if (!state.isFinal()) {
            return EnumSet.of(Decision.WAIT, Decision.REDIRECT, Decision.CANCEL);
        }
        return contentKept
                ? EnumSet.of(Decision.REDIRECT, Decision.CANCEL, Decision.RESEND)
                : EnumSet.of(Decision.CANCEL);
    }
}
