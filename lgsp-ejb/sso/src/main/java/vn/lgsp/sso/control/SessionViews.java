package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.account.StaffSession;
import vn.lgsp.sso.boundary.SessionView;

/** Sessions as people see them in lists. */
@ApplicationScoped
public class SessionViews {
    @Inject
    private SessionStore sessions;

    @Inject
    private SignInSettings settings;

    /**
     * The sessions of an account, newest first; one that is over by itself is shown as over although nobody has noted it yet.
     *
     * @param present the session that asks; null for none
     */
    public List<SessionView> of(UUID accountId, UUID present) {
        Instant now = Instant.now();
        return sessions.of(accountId).stream()
                .map(session -> view(session, present, now))
                .toList();
    }

    private SessionView view(StaffSession session, UUID present, Instant now) {
        StaffSession.End end = session.endedAt() != null
                ? session.endReason()
                : session.expiry(now, settings.idle(), settings.longest());
        Instant endedAt = session.endedAt() != null || end == null ? session.endedAt() : now;
        return new SessionView(
                session.id(),
                session.createdAt(),
                session.lastSeenAt(),
                session.remoteAddress(),
                session.userAgent(),
                session.secondFactorGiven(),
                session.id().equals(present),
                endedAt,
                end);
    }
}
