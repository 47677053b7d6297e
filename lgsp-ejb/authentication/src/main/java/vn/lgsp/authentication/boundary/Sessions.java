package vn.lgsp.authentication.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.authentication.control.AuthenticationLog;
import vn.lgsp.authentication.control.KeyFormat;
import vn.lgsp.authentication.control.SessionChanged;
import vn.lgsp.authentication.control.SessionTokens;
import vn.lgsp.model.Caller;
import vn.lgsp.model.authentication.ClientSession;
import vn.lgsp.model.authentication.WaiverKind;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;

/** Connections of applications (phiên kết nối, Điều 8.1, 9.1). Another application's session is as good as none. */
@Stateless
public class Sessions {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager database;

    /** How often applications should say that they are there; after four times as long without a word the session ends. */
    @Inject
    @ConfigProperty(name = "lgsp.session.heartbeat.seconds", defaultValue = "30")
    private Supplier<Integer> heartbeatSeconds;

    /** How long the token of a session counts after the last heartbeat; 0 gives none. */
    @Inject
    @ConfigProperty(name = "lgsp.session.token.minutes", defaultValue = "15")
    private Supplier<Integer> tokenMinutes;

    @Inject
    private Event<SessionChanged> changed;

    @Inject
    private AuthenticationLog log;

    /** What this node is called in the records of sessions. */
    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    /**
     * Connects (Điều 8.1). An application may have several sessions, one per running instance.
     *
     * @param caller the application, which must have signed
     * @param waivers those that let the caller in; when one ends, the session's token counts no more
     * @param confidential whether nobody could listen: only then the session gets a token
     * @return the session
     * @throws LgspException {@code signature-missing} when a session's token was shown: a token does not beget another
     */
    public OpenedSession open(Caller caller, Set<WaiverKind> waivers, boolean confidential) {
        if (caller.sessionId() != null) {
            throw new LgspException(ErrorCode.SIGNATURE_MISSING);
        }
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var session = new ClientSession(caller, node, now);
        var token = confidential && tokenMinutes.get() > 0 ? KeyFormat.newSession() : null;
        if (token != null) {
            session.tokenIssued(SessionTokens.hash(token), tokenEnd(now, now), waivers);
        }
        database.persist(session);
        log.noted(caller, "POST", "/api/v1/sessions", null, null);
        return new OpenedSession(
                session.id(), session.openedAt(), heartbeatSeconds.get(), token, session.tokenExpiresAt());
    }

    /**
     * Notes that the application is still there (Điều 5.9) and prolongs the session's token.
     *
     * @throws LgspException {@code not-found} when this application has no such open session
     */
    public void heartbeat(Caller caller, UUID sessionId) {
        var session = require(caller, sessionId);
        if (!session.open()) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        var now = Instant.now();
        session.seen(now);
        if (session.tokenExpiresAt() != null && now.isBefore(session.tokenExpiresAt())) {
            session.tokenProlonged(tokenEnd(session.openedAt(), now));
            changed.fire(new SessionChanged(sessionId));
        }
    }

    /**
     * Disconnects. Repeating the call changes nothing.
     *
     * @throws LgspException {@code not-found} when this application never had such a session
     */
    public void close(Caller caller, UUID sessionId) {
        require(caller, sessionId).close("client", Instant.now());
        changed.fire(new SessionChanged(sessionId));
    }

    private ClientSession require(Caller caller, UUID sessionId) {
        var session = database.find(ClientSession.class, sessionId, LockModeType.PESSIMISTIC_WRITE);
        if (session == null || !session.applicationId().equals(caller.applicationId())) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return session;
    }

    private Instant tokenEnd(Instant openedAt, Instant now) {
        var end = now.plus(Duration.ofMinutes(tokenMinutes.get()));
        var last = openedAt.plus(SessionTokens.LONGEST);
        return end.isBefore(last) ? end : last;
    }
}
