package vn.lgsp.sso.boundary;

import java.time.Instant;
import java.util.List;
import vn.lgsp.model.account.Role;

/**
 * A user with all facts.
 *
 * @param email may be null
 * @param stateReason why the account is locked or disabled; null when it is neither
 * @param stateBy who did so; may be null
 * @param stateSince since when; may be null
 * @param lockedUntil until when signing in is barred because of failed attempts; null when it is not
 * @param secondFactorSince null without a second factor
 * @param linkExpiresAt until when a one-time link may still be used; null when there is none
 * @param revision to be named in an {@link Order}
 * @param changeable whether the person who asks may act on this account
 */
public record UserDetails(
        UserRow row,
        String email,
        List<Grant> grants,
        String stateReason,
        String stateBy,
        Instant stateSince,
        Instant lockedUntil,
        Instant secondFactorSince,
        Instant linkExpiresAt,
        Instant createdAt,
        int revision,
        boolean changeable) {

    /** A role in an agency and everything below it. */
    public record Grant(Role role, String agencyCode, String agencyName) {}
}
