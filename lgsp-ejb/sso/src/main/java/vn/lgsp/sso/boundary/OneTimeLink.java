package vn.lgsp.sso.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A link that lets a person choose a password once.
 *
 * @param token what the address of the link ends with; it cannot be had again
 */
public record OneTimeLink(UUID accountId, String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "OneTimeLink[" + accountId + "]";
    }
}
