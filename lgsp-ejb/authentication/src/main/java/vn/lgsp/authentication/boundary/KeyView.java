package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.registry.Environment;

/**
 * A key as people may see it.
 *
 * @param name what people call it; empty for keys that the platform made
 * @param accessKey the public half by which the application is known
 * @param algorithm as RFC 9421 names it
 * @param fingerprint SHA-256 of the registered public key, in hexadecimal; null for keys with a secret
 * @param networks from where it may be used; empty for everywhere
 * @param createdBy user name; null where the platform made it
 * @param notAfter null for no end
 * @param lastUsedAt null when it was never used; up to a minute behind
 * @param replaces the key whose successor it is; null when there is none
 * @param replacedBy its successor; null when there is none
 * @param revokedAt null when it was not revoked
 * @param version of the row, for edits
 */
public record KeyView(
        UUID id,
        UUID applicationId,
        String applicationCode,
        String applicationName,
        String agencyCode,
        String agencyName,
        String name,
        String accessKey,
        Environment environment,
        String algorithm,
        String fingerprint,
        List<String> networks,
        Set<KeyScope> scopes,
        KeyState state,
        Instant createdAt,
        String createdBy,
        Instant notAfter,
        Instant lastUsedAt,
        String lastUsedFrom,
        UUID replaces,
        UUID replacedBy,
        Instant revokedAt,
        String revokedBy,
        String revokeReason,
        int version) {

    /** Whether requests may be signed with it now. */
    public boolean usable() {
        return state == KeyState.ACTIVE || state == KeyState.OVERLAPPING;
    }

    /** The last four characters of the access key. */
    public String hint() {
        return accessKey.substring(accessKey.length() - 4);
    }
}
