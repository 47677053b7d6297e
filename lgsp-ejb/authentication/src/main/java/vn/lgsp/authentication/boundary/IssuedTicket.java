package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A ticket as its source gets it, once (khóa phiên truy xuất và thông tin truy xuất, Điều 10.2).
 *
 * @param ticket its text; only its hash is stored
 * @param resource the service that it is for, as it was asked for
 * @param scope codes of the operations that it opens, separated by blanks
 * @param requestProof whether requests with it must be signed with the key that asked for it
 * @param useLimit how often it may be used; null for any number
 */
public record IssuedTicket(
        UUID id,
        String ticket,
        String resource,
        String scope,
        Instant issuedAt,
        Instant expiresAt,
        boolean requestProof,
        Integer useLimit) {

    /** Without the ticket: it must not get into a log. */
    @Override
    public String toString() {
        return "ticket " + id;
    }
}
