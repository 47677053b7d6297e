package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.authentication.WaiverKind;

/**
 * Leave for an application to sign in an old way for a while.
 *
 * @param grantedBy user name
 * @param inForce whether it counts now
 * @param endedAt when it was ended or its end came; null while it is in force
 * @param endedBy user name; null where its end came by itself
 */
public record WaiverView(
        UUID id,
        UUID applicationId,
        String applicationCode,
        String applicationName,
        String agencyName,
        WaiverKind kind,
        String reason,
        String grantedBy,
        Instant grantedAt,
        Instant notAfter,
        boolean inForce,
        Instant endedAt,
        String endedBy,
        String endReason) {}
