package vn.lgsp.authentication.control;

import java.time.Instant;
import java.util.UUID;

/**
 * A certificate as requests are checked against it.
 *
 * @param applicationId whose it is
 * @param revokedAt null when it was not revoked
 */
record BoundCertificate(UUID id, UUID applicationId, Instant notBefore, Instant notAfter, Instant revokedAt) {

    boolean usable(Instant now) {
        return revokedAt == null && !now.isBefore(notBefore) && now.isBefore(notAfter);
    }
}
