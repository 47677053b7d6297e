package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that was just opened.
 *
 * @param id of the session
 * @param openedAt when
 * @param heartbeatSeconds how often the application should say that it is there
 */
public record OpenedSession(UUID id, Instant openedAt, int heartbeatSeconds) {}
