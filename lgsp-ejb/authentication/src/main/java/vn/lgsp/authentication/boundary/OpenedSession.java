package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.authentication.control.SilentSessions;

/**
 * A session that was just opened.
 *
 * @param id of the session
 * @param openedAt when
 * @param heartbeatSeconds how often the application should say that it is there
 * @param token stands in for a signature; cannot be had again; null when the session has none
 * @param tokenExpiresAt when the token ends unless a heartbeat prolongs it; null when there is none
 */
public record OpenedSession(UUID id, Instant openedAt, int heartbeatSeconds, String token, Instant tokenExpiresAt) {

    /** When the token ends if the application says nothing any more; null when there is none. */
    public Instant tokenEndsWithoutHeartbeat() {
        if (tokenExpiresAt == null) {
            return null;
        }
        var silent = openedAt.plusSeconds((long) SilentSessions.MISSED_HEARTBEATS * heartbeatSeconds);
        return silent.isBefore(tokenExpiresAt) ? silent : tokenExpiresAt;
    }
}
