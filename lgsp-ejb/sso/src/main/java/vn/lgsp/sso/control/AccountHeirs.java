package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.registry.Inheritance;

/**
 * People of an agency that ends work for its heir from then on, or for the one that the request names for them, and what was granted to them there
 * counts there. Without an heir they keep their accounts, and somebody has to say where they belong; where the request says that it ends, they
 * lose their roles at the agency that ends.
 */
@ApplicationScoped
public class AccountHeirs implements Inheritance {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Override
    public String subject() {
        return "ACCOUNT";
    }

    @Override
    public long count(Set<UUID> agencies) {
        return ((Number) em.createNativeQuery(
                                """
                                select count(*) from account a where a.agency_id in (:agencies)
                                    or exists (select from account_role r where r.account_id = a.id and r.agency_id in (:agencies))
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
                                select a.id, coalesce(
                                        (select r.agency_id from account_role r where r.account_id = a.id and r.agency_id in (:agencies)
                                            and a.agency_id not in (:agencies) order by r.agency_id limit 1), a.agency_id), a.full_name || ' (' || a.username || ')'
                                from account a where a.agency_id in (:agencies)
                                    or exists (select from account_role r where r.account_id = a.id and r.agency_id in (:agencies))
                                order by a.full_name, a.id
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
        String from = array(heirs.keySet());
        String to = array(heirs.values());
        String moving = " (x.agency = any (cast(:from as uuid[])) or exists (select from reorganisation_heir o"
                + " where o.reorganisation_id = :change and o.subject = 'ACCOUNT' and o.subject_id = x.account)) ";
        em.createNativeQuery(
                        """
                        select cast(reorganisation_note(:change, 'ACCOUNT', a.id, jsonb_build_object('agency_id', a.agency_id, 'roles',
                            (select jsonb_agg(to_jsonb(r)) from account_role r where r.account_id = a.id))) as text)
                        from account a where exists (select from (
                            select a.id as account, a.agency_id as agency
                            union all select r.account_id, r.agency_id from account_role r where r.account_id = a.id) x
                            where x.agency in (:ending) and
                        """
                                + moving + ") order by a.id")
                .setParameter("change", changeId)
                .setParameter("ending", ending)
                .setParameter("from", from)
                .getResultList();
        em.createNativeQuery(
                        """
                        update account a set agency_id = h.heir, version = a.version + 1, revision = a.revision + 1
                        from (select x.id, reorganisation_heir_of(:change, 'ACCOUNT', x.id, x.agency_id, cast(:from as uuid[]),
                                cast(:to as uuid[])) as heir
                            from account x where x.agency_id in (:ending)) h
                        where a.id = h.id and h.heir is not null
                        """)
                .setParameter("change", changeId)
                .setParameter("ending", ending)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        insert into account_role (account_id, role, agency_id)
                        select h.account_id, h.role, h.heir
                        from (select r.account_id, r.role, reorganisation_heir_of(:change, 'ACCOUNT', r.account_id, r.agency_id,
                                cast(:from as uuid[]), cast(:to as uuid[])) as heir
                            from account_role r where r.agency_id in (:ending)) h
                        where h.heir is not null
                        on conflict do nothing
                        """)
                .setParameter("change", changeId)
                .setParameter("ending", ending)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        delete from account_role r
                        using (select r2.account_id as account, r2.agency_id as agency from account_role r2 where r2.agency_id in (:ending)) x
                        where r.account_id = x.account and r.agency_id = x.agency and
                        """
                                + moving)
                .setParameter("change", changeId)
                .setParameter("ending", ending)
                .setParameter("from", from)
                .executeUpdate();
    }

    @Override
    public void takeBack(UUID changeId) {
        em.createNativeQuery(
                        """
                        update account a set agency_id = cast(e.before ->> 'agency_id' as uuid), version = a.version + 1,
                            revision = a.revision + 1
                        from reorganisation_effect e
                        where e.reorganisation_id = :change and e.subject = 'ACCOUNT' and a.id = e.subject_id
                        """)
                .setParameter("change", changeId)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        delete from account_role where account_id in (
                            select subject_id from reorganisation_effect where reorganisation_id = :change and subject = 'ACCOUNT')
                        """)
                .setParameter("change", changeId)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        insert into account_role
                        select (jsonb_populate_record(cast(null as account_role), role)).*
                        from reorganisation_effect e, jsonb_array_elements(coalesce(e.before -> 'roles', '[]')) as role
                        where e.reorganisation_id = :change and e.subject = 'ACCOUNT' and jsonb_typeof(e.before -> 'roles') = 'array'
                        """)
                .setParameter("change", changeId)
                .executeUpdate();
    }

    @Override
    public long builtOn(Set<UUID> agencies, Instant since) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from account where agency_id in (:agencies) and created_at > :since")
                        .setParameter("agencies", agencies)
                        .setParameter("since", since)
                        .getSingleResult())
                .longValue();
    }

    private static String array(java.util.Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
