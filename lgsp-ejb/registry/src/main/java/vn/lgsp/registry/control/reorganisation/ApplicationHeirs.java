package vn.lgsp.registry.control.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.registry.Inheritance;

/** Applications move to the heir with their keys, their rights and their packets under way; without an heir they are retired. */
@ApplicationScoped
public class ApplicationHeirs implements Inheritance {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Override
    public String subject() {
        return "APPLICATION";
    }

    @Override
    public long count(Set<UUID> agencies) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from application where agency_id in (:agencies) and state <> 'RETIRED'")
                        .setParameter("agencies", agencies)
                        .getSingleResult())
                .longValue();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Left> left(Set<UUID> agencies, int limit) {
        return ((List<Tuple>) em.createNativeQuery(
                                """
                                select a.id, a.agency_id, a.code || ' – ' || a.name from application a
                                where a.agency_id in (:agencies) and a.state <> 'RETIRED' order by a.code
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
        em.createNativeQuery(
                        """
                        select cast(reorganisation_note(:change, 'APPLICATION', a.id, to_jsonb(a)) as text) from application a
                        where a.agency_id in (:ending) and a.state <> 'RETIRED' order by a.id
                        """)
                .setParameter("change", changeId)
                .setParameter("ending", ending)
                .getResultList();
        em.createNativeQuery(
                        """
                        update application a set agency_id = coalesce(h.heir, a.agency_id), change_id = :change, version = a.version + 1,
                            state = case when h.heir is null then 'RETIRED' else a.state end
                        from (select x.id, reorganisation_heir_of(:change, 'APPLICATION', x.id, x.agency_id,
                                cast(:agencies as uuid[]), cast(:heirs as uuid[])) as heir
                            from application x where x.agency_id in (:ending) and x.state <> 'RETIRED') h
                        where a.id = h.id
                        """)
                .setParameter("change", changeId)
                .setParameter("ending", ending)
                .setParameter("agencies", UuidArrays.keys(heirs))
                .setParameter("heirs", UuidArrays.values(heirs))
                .executeUpdate();
    }

    @Override
    public void takeBack(UUID changeId) {
        em.createNativeQuery(
                        """
                        update application a set agency_id = cast(e.before ->> 'agency_id' as uuid), state = e.before ->> 'state',
                            change_id = cast(e.before ->> 'change_id' as uuid), version = a.version + 1
                        from reorganisation_effect e
                        where e.reorganisation_id = :change and e.subject = 'APPLICATION' and a.id = e.subject_id
                        """)
                .setParameter("change", changeId)
                .executeUpdate();
    }

    @Override
    public long builtOn(Set<UUID> agencies, Instant since) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from application where agency_id in (:agencies) and created_at > :since")
                        .setParameter("agencies", agencies)
                        .setParameter("since", since)
                        .getSingleResult())
                .longValue();
    }
}
