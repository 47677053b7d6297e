package vn.lgsp.sso.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lgsp.model.registry.Inheritance;

/**
 * People of an agency that ends work for its heir from then on, and what was granted to them there counts at the heir. Without an heir they
 * keep their accounts, and somebody has to say where they belong.
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
    public void carryOver(UUID changeId, Map<UUID, UUID> heirs, Set<UUID> ending) {
        if (heirs.isEmpty()) {
            return;
        }
        String from = array(heirs.keySet());
        String to = array(heirs.values());
        em.createNativeQuery(
                        """
                        select cast(reorganisation_note(:change, 'ACCOUNT', a.id, jsonb_build_object('agency_id', a.agency_id, 'roles',
                            (select jsonb_agg(to_jsonb(r)) from account_role r where r.account_id = a.id))) as text)
                        from account a
                        where a.agency_id = any (cast(:from as uuid[]))
                            or exists (select from account_role r where r.account_id = a.id and r.agency_id = any (cast(:from as uuid[])))
                        order by a.id
                        """)
                .setParameter("change", changeId)
                .setParameter("from", from)
                .getResultList();
        em.createNativeQuery(
                        """
                        update account a set agency_id = h.heir, version = a.version + 1, revision = a.revision + 1
                        from (select x.id, reorganisation_heir_of(:change, 'ACCOUNT', x.id, x.agency_id, cast(:from as uuid[]),
                                cast(:to as uuid[])) as heir
                            from account x where x.agency_id = any (cast(:from as uuid[]))) h
                        where a.id = h.id and h.heir is not null
                        """)
                .setParameter("change", changeId)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        insert into account_role (account_id, role, agency_id)
                        select r.account_id, r.role, (cast(:to as uuid[]))[array_position(cast(:from as uuid[]), r.agency_id)]
                        from account_role r where r.agency_id = any (cast(:from as uuid[]))
                        on conflict do nothing
                        """)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
        em.createNativeQuery("delete from account_role where agency_id = any (cast(:from as uuid[]))")
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
