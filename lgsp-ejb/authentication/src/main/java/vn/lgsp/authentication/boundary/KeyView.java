package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.registry.Environment;

/**
 * A key as people may see it.
 *
 * @param accessKey the public half
 * @param usable whether requests may be signed with it now
 * @param lastUsedAt null when it was never used; up to a minute behind
 */
public record KeyView(
        UUID id,
        UUID applicationId,
        String accessKey,
        Environment environment,
        String algorithm,
        Instant createdAt,
        Instant lastUsedAt,
        boolean usable) {}
