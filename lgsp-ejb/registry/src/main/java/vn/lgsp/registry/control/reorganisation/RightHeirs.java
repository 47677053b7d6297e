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

/**
 * Access rights of and to an agency that ends become those of and to its heir; without an heir they are withdrawn. Rights of applications go
 * with the applications.
 */
@ApplicationScoped
public class RightHeirs implements Inheritance {
    private static final String LIVE =
            " (r.source_agency_id in (:agencies) or r.destination_agency_id in (:agencies)) and r.state in ('REQUESTED', 'APPROVED') ";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Override
    public String subject() {
        return "RIGHT";
    }

    @Override
    public long count(Set<UUID> agencies) {
        return ((Number) em.createNativeQuery("select count(*) from access_right r where" + LIVE)
                        .setParameter("agencies", agencies)
                        .getSingleResult())
                .longValue();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Left> left(Set<UUID> agencies, int limit) {
        return ((List<Tuple>) em.createNativeQuery(
                                """
                                select r.id, case when r.source_agency_id in (:agencies) then r.source_agency_id else r.destination_agency_id end,
                                    concat_ws(' → ', coalesce(sa.code, sg.code_qd20, sgr.code), coalesce(da.code, dg.code_qd20, dgr.code))
                                        || coalesce(' · ' || r.data_type, '')
                                from access_right r
                                left join application sa on sa.id = r.source_application_id
                                left join agency sg on sg.id = r.source_agency_id
                                left join agency_group sgr on sgr.id = r.source_group_id
                                left join application da on da.id = r.destination_application_id
                                left join agency dg on dg.id = r.destination_agency_id
                                left join agency_group dgr on dgr.id = r.destination_group_id
                                where (r.source_agency_id in (:agencies) or r.destination_agency_id in (:agencies)) and r.state in ('REQUESTED', 'APPROVED')
                                order by 3, 1
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
                        "select cast(reorganisation_note(:change, 'RIGHT', r.id, to_jsonb(r)) as text) from access_right r where"
                                + LIVE + "order by r.id")
                .setParameter("change", changeId)
                .setParameter("agencies", ending)
                .getResultList();
        em.createNativeQuery(
                        """
                        update access_right r set
                            source_agency_id = case when r.source_agency_id in (:agencies)
                                then coalesce(h.source, r.source_agency_id) else r.source_agency_id end,
                            destination_agency_id = case when r.destination_agency_id in (:agencies)
                                then coalesce(h.destination, r.destination_agency_id) else r.destination_agency_id end,
                            state = case when h.ends then 'WITHDRAWN' else r.state end,
                            withdrawn_at = case when h.ends then now() end,
                            change_id = :change, version = r.version + 1
                        from (select r.id, s.heir as source, d.heir as destination,
                                coalesce(r.source_agency_id in (:agencies), false) and s.heir is null
                                    or coalesce(r.destination_agency_id in (:agencies), false) and d.heir is null as ends
                            from access_right r,
                                lateral (select reorganisation_heir_of(:change, 'RIGHT', r.id, r.source_agency_id,
                                    cast(:from as uuid[]), cast(:to as uuid[])) as heir) s,
                                lateral (select reorganisation_heir_of(:change, 'RIGHT', r.id, r.destination_agency_id,
                                    cast(:from as uuid[]), cast(:to as uuid[])) as heir) d
                            where
                        """
                                + LIVE + ") h where r.id = h.id")
                .setParameter("change", changeId)
                .setParameter("agencies", ending)
                .setParameter("from", UuidArrays.keys(heirs))
                .setParameter("to", UuidArrays.values(heirs))
                .executeUpdate();
        em.createNativeQuery(
                        """
                        with joined as (
                            insert into agency_group_member (group_id, agency_id)
                            select m.group_id, h.heir from agency_group_member m
                            join unnest(cast(:from as uuid[]), cast(:to as uuid[])) as h (agency, heir) on h.agency = m.agency_id
                            on conflict do nothing returning group_id, agency_id)
                        insert into agency_group_event (id, group_id, at, actor_id, actor_name, act, agency_id, reason)
                        select gen_random_uuid(), j.group_id, now(), q.approved_by, coalesce(p.username, '–'), 'INHERITED', j.agency_id, q.number
                        from joined j join reorganisation q on q.id = :change left join account p on p.id = q.approved_by
                        """)
                .setParameter("change", changeId)
                .setParameter("from", UuidArrays.keys(heirs))
                .setParameter("to", UuidArrays.values(heirs))
                .executeUpdate();
    }

    @Override
    public void takeBack(UUID changeId) {
        em.createNativeQuery(
                        """
                        update access_right r set source_agency_id = cast(e.before ->> 'source_agency_id' as uuid),
                            destination_agency_id = cast(e.before ->> 'destination_agency_id' as uuid), state = e.before ->> 'state',
                            withdrawn_at = cast(e.before ->> 'withdrawn_at' as timestamptz),
                            change_id = cast(e.before ->> 'change_id' as uuid), version = r.version + 1
                        from reorganisation_effect e
                        where e.reorganisation_id = :change and e.subject = 'RIGHT' and r.id = e.subject_id
                        """)
                .setParameter("change", changeId)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        delete from agency_group_member m using agency_group_event e, reorganisation q
                        where q.id = :change and e.act = 'INHERITED' and e.reason = q.number
                            and m.group_id = e.group_id and m.agency_id = e.agency_id
                        """)
                .setParameter("change", changeId)
                .executeUpdate();
    }

    @Override
    public long builtOn(Set<UUID> agencies, Instant since) {
        return ((Number) em.createNativeQuery(
                                """
                                select count(*) from access_right r
                                where (r.source_agency_id in (:agencies) or r.destination_agency_id in (:agencies)) and r.created_at > :since
                                """)
                        .setParameter("agencies", agencies)
                        .setParameter("since", since)
                        .getSingleResult())
                .longValue();
    }
}
