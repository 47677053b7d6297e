package vn.lgsp.routing.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.lgsp.model.Together;
import vn.lgsp.routing.boundary.Outcome;
import vn.lgsp.routing.boundary.Receipt;

/**
 * Requests for single packets that come at the same time (Điều 8.2–8.4, 9.3): those of one application share a transaction, as the items of one
 * request would. They would wait for each other anyway, for whoever is told of them is told in one order.
 */
@ApplicationScoped
public class Singles {
    /** So many take no longer than an application that sends one by one expects. */
    private static final int MOST = 32;

    /** A go takes some milliseconds; one that waits for a lock must not hold up what has nothing to do with it. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Bytes of content. */
    private static final long HEAVIEST = 4 * 1024 * 1024;

    private final Together<UUID, WholePacket, Tried> sending =
            new Together<>(MOST, HEAVIEST, WholePacket::size, PATIENCE);
    private final Together<UUID, ConfirmSteps.Confirmed, Outcome<Receipt>> confirming =
            new Together<>(MOST, HEAVIEST, one -> 0, PATIENCE);

    /**
     * What became of an attempt to send.
     *
     * @param failure what the platform itself failed with; null when there is an outcome
     */
    public record Tried(Outcome<SendSteps.Sent> outcome, RuntimeException failure) {}

    /**
     * Sends a packet, with what {@code act} does for packets of one application.
     *
     * @param act fails for none of them: a packet must not be tried again that may have been sent
     */
    public Outcome<SendSteps.Sent> send(WholePacket packet, Function<List<WholePacket>, List<Tried>> act) {
        Tried tried = sending.one(packet.caller().applicationId(), packet, act);
        if (tried.failure() != null) {
            throw tried.failure();
        }
        return tried.outcome();
    }

    /** Confirms a delivery, with what {@code act} does for deliveries to one application. */
    public Outcome<Receipt> confirm(
            ConfirmSteps.Confirmed confirmed, Function<List<ConfirmSteps.Confirmed>, List<Outcome<Receipt>>> act) {
        return confirming.one(confirmed.caller().applicationId(), confirmed, act);
    }
}
