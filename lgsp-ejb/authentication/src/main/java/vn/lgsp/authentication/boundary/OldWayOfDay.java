package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.lgsp.model.authentication.WaiverKind;

/** How often an application signed in an old way on a day (UTC). */
public record OldWayOfDay(
        UUID applicationId,
        String applicationCode,
        String applicationName,
        WaiverKind kind,
        LocalDate day,
        long requests,
        Instant lastAt) {}
