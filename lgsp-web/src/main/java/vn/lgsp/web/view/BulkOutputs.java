package vn.lgsp.web.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.routing.boundary.SentPacket;
import vn.lgsp.web.problem.Problem;

/** What became of the items of a request for many. */
public final class BulkOutputs {
    private BulkOutputs() {}

    /** Schemas SendResults and ConfirmResults: one result for each item, in the same order. */
    public record Results<T>(List<T> results) {}

    /** Schema SendResult: the packet or the problem, with the status that the item alone would have had. */
    public record Sent(int status, SentItem packet, Problem problem) {}

    /** Schema SentPacket. */
    public record SentItem(UUID id, String state, Instant createdAt) {
        /** The packet as the contract writes it. */
        public static SentItem of(SentPacket packet) {
            return new SentItem(packet.id(), packet.state().code(), packet.createdAt());
        }
    }

    /** Schema ConfirmResult: the receipt or the problem. */
    public record Confirmed(int status, Outputs.ReceiptOut receipt, Problem problem) {}
}
