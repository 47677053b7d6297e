package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * What a destination learns of a ticket (Điều 10.5; RFC 7662 section 2.2). Of a ticket that is not good for it, it learns nothing more than
 * that: {@link #INACTIVE}.
 *
 * @param clientId the access key that asked for the ticket
 * @param application the code of the source's application
 * @param agency the identifier code of the source's agency
 * @param resource the service that the ticket is for
 * @param scope the operations that it opens at this moment
 * @param ticketId names the ticket without opening anything
 * @param requestVerified whether the source's signature was verified and is new
 * @param requestHash SHA-256 of what was asked about, base64url, see docs/guides/access-protocol.md
 * @param bySecret whether the destination wants the answer signed with its own secret
 */
public record TicketAnswer(
        boolean active,
        String clientId,
        String application,
        String agency,
        String resource,
        String scope,
        UUID ticketId,
        Instant issuedAt,
        Instant expiresAt,
        boolean requestVerified,
        String requestHash,
        boolean bySecret) {
    /** Not good, for whatever reason. */
    public static final TicketAnswer INACTIVE =
            new TicketAnswer(false, null, null, null, null, null, null, null, null, false, null, false);
}
