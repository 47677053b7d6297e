package vn.lgsp.sso.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A personal token as its owner sees it; the token itself is shown once, when it is made.
 *
 * @param readOnly it opens reading operations only
 * @param lastUsedAt to about a minute; null when it was never used
 * @param lastAddress null when it was never used
 */
public record TokenView(
        UUID id,
        String name,
        boolean readOnly,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        String lastAddress) {}
