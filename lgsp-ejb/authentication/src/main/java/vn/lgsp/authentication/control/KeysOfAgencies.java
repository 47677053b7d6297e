package vn.lgsp.authentication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.registry.Inheritance;

/** Keys belong to applications and go where these go; those that a request names end with it. */
@ApplicationScoped
public class KeysOfAgencies implements Inheritance {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private Event<KeyRevoked> revoked;

    @Override
    public String subject() {
        return "KEY";
    }

    @Override
    public long count(Set<UUID> agencies) {
        return ((Number) em.createNativeQuery(
                                """
                                select count(*) from access_key k join application a on a.id = k.application_id
                                where a.agency_id in (:agencies) and k.revoked_at is null and (k.not_after is null or k.not_after > now())
                                """)
                        .setParameter("agencies", agencies)
                        .getSingleResult())
                .longValue();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Left> left(Set<UUID> agencies, int limit) {
        return ((List<Tuple>) em.createNativeQuery(
                                """
                                select k.id, a.agency_id, a.code || ' …' || right(k.access_key, 4) || case when k.name = '' then '' else ' – ' || k.name end
                                from access_key k join application a on a.id = k.application_id
                                where a.agency_id in (:agencies) and k.revoked_at is null and (k.not_after is null or k.not_after > now())
                                order by a.code, k.created_at, k.id
                                """,
                                Tuple.class)
                        .setParameter("agencies", agencies)
                        .setMaxResults(limit)
                        .getResultList())
                .stream()
                        .map(row -> new Left(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, String.class)))
                        .toList();
    }

    @Override
    public void carryOver(UUID changeId, Map<UUID, UUID> heirs, Set<UUID> ending) {
        if (ending.isEmpty()) {
            return;
        }
        @SuppressWarnings("unchecked")
        List<Tuple> ended = em.createNativeQuery(
                        """
                        with note as materialized (
                            select k.id, k.access_key, cast(reorganisation_note(:change, 'KEY', k.id,
                                jsonb_build_object('revoked_at', k.revoked_at, 'revoke_reason', k.revoke_reason)) as text) as noted
                            from reorganisation_heir h join access_key k on k.id = h.subject_id join application a on a.id = k.application_id
                            where h.reorganisation_id = :change and h.subject = 'KEY' and k.revoked_at is null
                                and (a.agency_id in (:ending) or exists (
                                    select from reorganisation_effect e where e.reorganisation_id = :change and e.subject = 'APPLICATION'
                                        and e.subject_id = a.id))
                            order by k.id)
                        update access_key k set revoked_at = now(),
                            revoke_reason = (select number from reorganisation where id = :change)
                        from note where k.id = note.id returning k.id, k.access_key
                        """,
                        Tuple.class)
                .setParameter("change", changeId)
                .setParameter("ending", ending)
                .getResultList();
        for (Tuple key : ended) {
            em.createNativeQuery(
                            """
                            update client_session set closed_at = now(), close_reason = 'key-revoked'
                            where access_key_id = :key and closed_at is null
                            """)
                    .setParameter("key", key.get(0, UUID.class))
                    .executeUpdate();
            revoked.fire(new KeyRevoked(key.get(0, UUID.class), key.get(1, String.class)));
        }
    }

    @Override
    public void takeBack(UUID changeId) {
        @SuppressWarnings("unchecked")
        List<Tuple> back = em.createNativeQuery(
                        """
                        update access_key k set revoked_at = cast(e.before ->> 'revoked_at' as timestamptz),
                            revoke_reason = e.before ->> 'revoke_reason'
                        from reorganisation_effect e
                        where e.reorganisation_id = :change and e.subject = 'KEY' and k.id = e.subject_id returning k.id, k.access_key
                        """,
                        Tuple.class)
                .setParameter("change", changeId)
                .getResultList();
        // Whoever remembers it as ended forgets that.
        back.forEach(key -> revoked.fire(new KeyRevoked(key.get(0, UUID.class), key.get(1, String.class))));
    }

    @Override
    public long builtOn(Set<UUID> agencies, Instant since) {
        return ((Number) em.createNativeQuery(
                                """
                                select count(*) from access_key k join application a on a.id = k.application_id
                                where a.agency_id in (:agencies) and k.created_at > :since
                                """)
                        .setParameter("agencies", agencies)
                        .setParameter("since", since)
                        .getSingleResult())
                .longValue();
    }
}
