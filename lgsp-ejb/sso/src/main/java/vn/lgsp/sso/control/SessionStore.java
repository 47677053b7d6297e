package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.account.StaffSession;

/** The sessions in the database. Runs in the transaction of whoever calls. */
@ApplicationScoped
public class SessionStore {
    /** A sign of life is written at most this often. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST_SHOWN = 50;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private SignInSettings settings;

    /** Begins a session and returns its token. */
    public String begin(UUID accountId, String remoteAddress, String userAgent, Instant now) {
        String token = SecretToken.next();
        byte[] hash = SecretToken.hash(token).orElseThrow();
        em.persist(new StaffSession(accountId, hash, remoteAddress, userAgent, now));
        return token;
    }

    /** Finds a session that lasts; one that has expired by itself is noted as over. */
    public Optional<StaffSession> lasting(String token, Instant now) {
        Optional<StaffSession> found = SecretToken.hash(token).flatMap(hash -> em.createQuery(
                        "select s from StaffSession s where s.tokenHash = :hash and s.endedAt is null",
                        StaffSession.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst());
        StaffSession.End expiry = found.map(session -> session.expiry(now, settings.idle(), settings.longest()))
                .orElse(null);
        if (expiry != null) {
            end(found.get().accountId(), found.get().id(), expiry, now);
            return Optional.empty();
        }
        return found;
    }

    /** Notes a sign of life, unless one was noted a moment ago. */
    public void seen(StaffSession session, Instant now) {
        if (session.lastSeenAt().isBefore(now.minus(SEEN_EVERY))) {
            em.createQuery(
                            """
                            update StaffSession s set s.lastSeenAt = :now
                            where s.id = :id and s.endedAt is null and s.lastSeenAt < :before
                            """)
                    .setParameter("now", now)
                    .setParameter("id", session.id())
                    .setParameter("before", now.minus(SEEN_EVERY))
                    .executeUpdate();
        }
    }

    /** Notes that the second factor was given. */
    public void secondFactorGiven(UUID sessionId, Instant now) {
        em.createQuery("update StaffSession s set s.secondFactorAt = :now where s.id = :id and s.endedAt is null")
                .setParameter("now", now)
                .setParameter("id", sessionId)
                .executeUpdate();
    }

    /** Ends one session of an account; false when the account has no such session that lasts. */
    public boolean end(UUID accountId, UUID sessionId, StaffSession.End reason, Instant now) {
        return em.createQuery(
                                """
                                update StaffSession s set s.endedAt = :now, s.endReason = :reason
                                where s.id = :id and s.accountId = :account and s.endedAt is null
                                """)
                        .setParameter("now", now)
                        .setParameter("reason", reason)
                        .setParameter("id", sessionId)
                        .setParameter("account", accountId)
                        .executeUpdate()
                == 1;
    }

    /**
     * Ends the sessions of an account.
     *
     * @param except the session that stays; null for none
     * @return how many ended
     */
    public int endAll(UUID accountId, UUID except, StaffSession.End reason, Instant now) {
        return em.createQuery(
                        """
                        update StaffSession s set s.endedAt = :now, s.endReason = :reason
                        where s.accountId = :account and s.id <> :except and s.endedAt is null
                        """)
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("account", accountId)
                .setParameter("except", except == null ? new UUID(0, 0) : except)
                .executeUpdate();
    }

    /** The sessions of an account, newest first, at most fifty; those that ended too. */
    public List<StaffSession> of(UUID accountId) {
        return em.createQuery(
                        "select s from StaffSession s where s.accountId = :account order by s.createdAt desc, s.id desc",
                        StaffSession.class)
                .setParameter("account", accountId)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    /** Notes the end of sessions that are over by themselves, and forgets those that ended long ago. */
    public void tidy(Instant now) {
        expire("s.createdAt <= :before", now.minus(settings.longest()), StaffSession.End.TOO_LONG, now);
        expire("s.lastSeenAt <= :before", now.minus(settings.idle()), StaffSession.End.IDLE, now);
        em.createQuery("delete from StaffSession s where s.endedAt < :before")
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
    }

    private void expire(String which, Instant before, StaffSession.End reason, Instant now) {
        em.createQuery("update StaffSession s set s.endedAt = :now, s.endReason = :reason where s.endedAt is null and "
                        + which)
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("before", before)
                .executeUpdate();
    }
}
