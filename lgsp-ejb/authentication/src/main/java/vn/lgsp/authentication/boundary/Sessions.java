package vn.lgsp.authentication.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.Caller;
import vn.lgsp.model.authentication.ClientSession;
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

    /** What this node is called in the records of sessions. */
    @Inject
    @ConfigProperty(name = "lgsp.node", defaultValue = "lgsp")
    private String node;

    /**
     * Connects (Điều 8.1). An application may have several sessions, one per running instance.
     *
     * @param caller the application
     * @return the session
     */
    public OpenedSession open(Caller caller) {
        var session = new ClientSession(caller, node, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        database.persist(session);
        return new OpenedSession(session.id(), session.openedAt(), heartbeatSeconds.get());
    }

    /**
     * Notes that the application is still there (Điều 5.9).
     *
     * @throws LgspException {@code not-found} when this application has no such open session
     */
    public void heartbeat(Caller caller, UUID sessionId) {
        var noted = database.createQuery(
                        """
                        update ClientSession s set s.lastSeenAt = :now
                        where s.id = :id and s.applicationId = :application and s.closedAt is null
                        """)
                .setParameter("now", Instant.now())
                .setParameter("id", sessionId)
                .setParameter("application", caller.applicationId())
                .executeUpdate();
        if (noted == 0) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
    }

    /**
     * Disconnects. Repeating the call changes nothing.
     *
     * @throws LgspException {@code not-found} when this application never had such a session
     */
    public void close(Caller caller, UUID sessionId) {
        var session = database.find(ClientSession.class, sessionId);
        if (session == null || !session.applicationId().equals(caller.applicationId())) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        session.close("client", Instant.now());
    }
}
