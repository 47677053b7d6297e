package vn.lgsp.web.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.packet.Undeliverable.Decision;
import vn.lgsp.routing.boundary.Recall;
import vn.lgsp.routing.boundary.ResendView;
import vn.lgsp.routing.boundary.UndeliverableView;

/** What clients get of deliveries that could not be made, and what they decide, as the contract names it. */
public final class Undelivered {
    private Undelivered() {}

    /** Schema Undeliverable. */
    public record Entry(
            UUID deliveryId,
            UUID packetId,
            String title,
            String importance,
            String dataType,
            String state,
            Outputs.Party destination,
            String reason,
            String detail,
            Instant since,
            Instant toldAt,
            String decision,
            String decidedBy,
            Instant decidedAt,
            Instant waitUntil,
            Instant deadline,
            UUID nextDeliveryId,
            boolean contentKept,
            Instant closedAt,
            List<String> options) {
        /** The entry as the contract writes it. */
        public static Entry of(UndeliverableView view) {
            return new Entry(
                    view.deliveryId(),
                    view.packetId(),
                    view.title(),
                    view.importance().code(),
                    view.dataType(),
                    view.state().code(),
                    Outputs.Party.of(view.destination()),
                    view.reason().code(),
                    view.detail(),
                    view.since(),
                    view.toldAt(),
                    view.decision() == null ? null : view.decision().code(),
                    view.decidedBy(),
                    view.decidedAt(),
                    view.waitUntil(),
                    view.deadline(),
                    view.nextDeliveryId(),
                    view.contentKept(),
                    view.closedAt(),
                    view.options().stream().sorted().map(Decision::code).toList());
        }
    }

    /** Schema Wait. */
    public record Wait(String until) {
        /** The time, checked for its form. */
        public Instant time() {
            if (until == null) {
                throw Inputs.invalid("until", "required");
            }
            return Inputs.time("until", until);
        }
    }

    /** Schema Recall. */
    public record RecallOut(Outputs.Packet packet, List<RecallResult> deliveries) {
        /** The recall as the contract writes it. */
        public static RecallOut of(Recall recall) {
            return new RecallOut(
                    Outputs.Packet.of(recall.packet()),
                    recall.deliveries().stream().map(RecallResult::of).toList());
        }
    }

    /** Schema RecallResult. */
    public record RecallResult(UUID id, String state, Outputs.Party destination, boolean recalled) {
        static RecallResult of(Recall.Result result) {
            return new RecallResult(
                    result.id(), result.state().code(), Outputs.Party.of(result.destination()), result.recalled());
        }
    }

    /** Schema ResendRequest. */
    public record Resend(
            UUID deliveryId,
            UUID packetId,
            Outputs.Party destination,
            Instant requestedAt,
            String requestedBy,
            String reason,
            UUID answeredBy,
            Instant answeredAt) {
        /** The request as the contract writes it. */
        public static Resend of(ResendView view) {
            return new Resend(
                    view.deliveryId(),
                    view.packetId(),
                    Outputs.Party.of(view.destination()),
                    view.requestedAt(),
                    view.requestedBy(),
                    view.reason(),
                    view.answeredBy(),
                    view.answeredAt());
        }
    }

    /** Schema Redirection. */
    public record Redirection(String agency) {}
}
