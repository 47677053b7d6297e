package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.authentication.SignatureScheme;

/**
 * What to look for in the authentication log; null asks for nothing in particular.
 *
 * @param refused true for what was refused, false for what was let in
 * @param text the beginning of an address, the last characters of a key, or a request id
 * @param after the id of the last entry of the page before
 * @param limit 1–1,000
 */
public record AuthenticationEventFilter(
        UUID agencyId,
        UUID applicationId,
        Boolean refused,
        RefusalReason reason,
        SignatureScheme scheme,
        String text,
        Instant from,
        Instant to,
        UUID after,
        int limit) {}
