package vn.lgsp.sso.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.account.StaffSession;

/**
 * A session as people see it in a list.
 *
 * @param present the session of the very request that asks
 * @param secondFactor the second factor was given in it
 * @param endedAt null while it lasts
 * @param end null while it lasts
 */
public record SessionView(
        UUID id,
        Instant createdAt,
        Instant lastSeenAt,
        String remoteAddress,
        String userAgent,
        boolean secondFactor,
        boolean present,
        Instant endedAt,
        StaffSession.End end) {}
