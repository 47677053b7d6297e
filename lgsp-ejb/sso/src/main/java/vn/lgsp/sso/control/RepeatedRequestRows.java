package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.sso.boundary.RepeatedRequests.Answer;

/** Answers that were given, by person and key. */
@ApplicationScoped
public class RepeatedRequestRows {
    private static final Duration KEPT = Duration.ofHours(24);

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** What was answered, and to which request. */
    public record Kept(byte[] hash, Answer answer) {}

    /** Holds a key until the transaction ends; false when another transaction holds it. */
    public boolean hold(UUID accountId, String key) {
        return (Boolean) em.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 5076))")
                .setParameter("key", accountId + " " + key)
                .getSingleResult();
    }

    /** The answer that was given within the last 24 hours. */
    public Optional<Kept> find(UUID accountId, String key) {
        List<?> rows = em.createNativeQuery(
                        """
                        select request_hash, status, location, etag, body from repeated_request
                        where account_id = :account and idem_key = :key and created_at > :oldest
                        """)
                .setParameter("account", accountId)
                .setParameter("key", key)
                .setParameter("oldest", Instant.now().minus(KEPT))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Kept(
                        (byte[]) row[0],
                        new Answer(((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4])))
                .findFirst();
    }

    /** Keeps an answer, and forgets some that are too old. */
    public void keep(UUID accountId, String key, byte[] hash, Answer answer) {
        em.createNativeQuery(
                        """
                        delete from repeated_request where ctid in (
                            select ctid from repeated_request where created_at <= :oldest order by created_at limit 100 for update skip locked)
                        """)
                .setParameter("oldest", Instant.now().minus(KEPT))
                .executeUpdate();
        em.createNativeQuery(
                        """
                        insert into repeated_request (account_id, idem_key, request_hash, status, location, etag, body, created_at)
                        values (:account, :key, :hash, :status, cast(:location as varchar), cast(:etag as varchar), :body, :now)
                        on conflict (account_id, idem_key) do update set request_hash = excluded.request_hash, status = excluded.status,
                            location = excluded.location, etag = excluded.etag, body = excluded.body, created_at = excluded.created_at
                        """)
                .setParameter("account", accountId)
                .setParameter("key", key)
                .setParameter("hash", hash)
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("etag", answer.etag())
                .setParameter("body", answer.body())
                .setParameter("now", Instant.now())
                .executeUpdate();
    }
}
