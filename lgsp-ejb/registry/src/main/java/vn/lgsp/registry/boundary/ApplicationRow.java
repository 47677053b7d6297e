package vn.lgsp.registry.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.registry.Application;
import vn.lgsp.model.registry.Environment;

/** An application as people see it in lists (Điều 4.1, 7.1a). */
public record ApplicationRow(
        UUID id,
        String code,
        String name,
        UUID agencyId,
        String agencyCode,
        String agencyName,
        Application.Kind kind,
        Environment environment,
        boolean sends,
        boolean receives,
        Application.Channel channel,
        Application.State state,
        boolean sample,
        Instant createdAt,
        int version) {}
