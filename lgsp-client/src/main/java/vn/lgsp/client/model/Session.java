package vn.lgsp.client.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A connection of this application to the platform (Điều 8.1, 9.1).
 *
 * @param id of the session
 * @param application name of this application
 * @param agency identifier code of its agency
 * @param openedAt when it was opened
 * @param serverTime the platform's clock when it answered
 * @param heartbeatSeconds say that you are still there at least this often
 * @param token stands in for signatures while the session lasts; null when the platform gives none, as over an open channel
 * @param tokenExpiresAt when the token ends unless a heartbeat prolongs it; null when there is none
 * @param lastEventId a stream of events that resumes behind it misses nothing of what came after {@code pending} was listed
 * @param pending what waits
 */
public record Session(
        UUID id,
        String application,
        String agency,
        Instant openedAt,
        Instant serverTime,
        int heartbeatSeconds,
        String token,
        Instant tokenExpiresAt,
        String lastEventId,
        Pending pending) {

    /**
     * What waits in both directions.
     *
     * @param incoming deliveries to this application
     * @param outgoing its own packets that are not finished
     */
    public record Pending(List<InboxItem> incoming, List<Packet> outgoing) {

        /** Copies the lists. */
        public Pending {
            incoming = List.copyOf(incoming);
            outgoing = List.copyOf(outgoing);
        }
    }

    /** Checks what the contract requires. */
    public Session {
        requireNonNull(id, "id");
        requireNonNull(application, "application");
        requireNonNull(agency, "agency");
        requireNonNull(pending, "pending");
    }
}
