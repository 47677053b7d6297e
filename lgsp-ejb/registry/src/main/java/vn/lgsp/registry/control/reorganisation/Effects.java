package vn.lgsp.registry.control.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The record of what a reorganisation changed, with what was before; undoing reads it. */
@ApplicationScoped
public class Effects {
    private static final String NEXT =
            "coalesce((select max(position) from reorganisation_effect where reorganisation_id = :change), 0) + row_number() over (order by x.id)";

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** Notes what agencies and their codes in use are, before anything changes them. */
    void before(UUID change, Collection<UUID> agencies) {
        if (agencies.isEmpty()) {
            return;
        }
        em.createNativeQuery(
                        """
                        insert into reorganisation_effect (reorganisation_id, position, subject, subject_id, before)
                        select :change, %s, 'AGENCY', x.id, to_jsonb(x) from agency x where x.id in (:agencies)
                        """
                                .formatted(NEXT))
                .setParameter("change", change)
                .setParameter("agencies", agencies)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        insert into reorganisation_effect (reorganisation_id, position, subject, subject_id, before)
                        select :change, %s, 'CODE', x.id, to_jsonb(x) from identifier_code x
                        where x.agency_id in (:agencies)
                            and (x.state <> 'CLOSED' or x.code_qd20 = (select a.code_qd20 from agency a where a.id = x.agency_id))
                        """
                                .formatted(NEXT))
                .setParameter("change", change)
                .setParameter("agencies", agencies)
                .executeUpdate();
    }

    /** Notes what came into being, and what the rest became. */
    void after(UUID change) {
        em.createNativeQuery(
                        """
                        insert into reorganisation_effect (reorganisation_id, position, subject, subject_id)
                        select :change, %s, 'AGENCY', x.id from agency x
                        where x.change_id = :change and x.id not in (
                            select subject_id from reorganisation_effect where reorganisation_id = :change and subject = 'AGENCY')
                        """
                                .formatted(NEXT))
                .setParameter("change", change)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        insert into reorganisation_effect (reorganisation_id, position, subject, subject_id)
                        select :change, %s, 'CODE', x.id from identifier_code x
                        where x.change_id = :change and x.id not in (
                            select subject_id from reorganisation_effect where reorganisation_id = :change and subject = 'CODE')
                        """
                                .formatted(NEXT))
                .setParameter("change", change)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        update reorganisation_effect e set after = to_jsonb(a) from agency a
                        where e.reorganisation_id = :change and e.subject = 'AGENCY' and a.id = e.subject_id
                        """)
                .setParameter("change", change)
                .executeUpdate();
        em.createNativeQuery(
                        """
                        update reorganisation_effect e set after = to_jsonb(c) from identifier_code c
                        where e.reorganisation_id = :change and e.subject = 'CODE' and c.id = e.subject_id
                        """)
                .setParameter("change", change)
                .executeUpdate();
    }

    /** The agencies that a reorganisation touched, in the order in which rows are locked. */
    List<UUID> agencies(UUID change) {
        return ids(
                "select subject_id from reorganisation_effect where reorganisation_id = :change and subject = 'AGENCY' order by subject_id",
                change);
    }

    /** The agencies that are new because of it, or have another code. */
    List<UUID> bornOrRecoded(UUID change) {
        return ids(
                """
                select subject_id from reorganisation_effect
                where reorganisation_id = :change and subject = 'AGENCY'
                    and (before is null or before ->> 'state' = 'CLOSED' or before ->> 'code_qd20' <> after ->> 'code_qd20')
                """,
                change);
    }

    /** Numbers of reorganisations carried out later that touched the same agencies. */
    @SuppressWarnings("unchecked")
    List<String> later(UUID change) {
        return em.createNativeQuery(
                        """
                        select distinct r.number from reorganisation_effect mine
                        join reorganisation_effect e on e.subject = 'AGENCY' and e.subject_id = mine.subject_id
                            and e.reorganisation_id <> mine.reorganisation_id
                        join reorganisation r on r.id = e.reorganisation_id and r.state = 'APPLIED'
                        join reorganisation me on me.id = mine.reorganisation_id and r.applied_at > me.applied_at
                        where mine.reorganisation_id = :change and mine.subject = 'AGENCY' order by 1
                        """,
                        String.class)
                .setParameter("change", change)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> ids(String sql, UUID change) {
        return em.createNativeQuery(sql, UUID.class)
                .setParameter("change", change)
                .getResultList();
    }

    /** Makes agencies and codes again what they were; what had come into being ends at this instant. */
    void restore(UUID change, Instant now) {
        for (String sql : List.of(
                """
                update agency a set state = 'CLOSED', ended = 'UNDONE', since = :now, change_id = :change, version = a.version + 1
                from reorganisation_effect e
                where e.reorganisation_id = :change and e.subject = 'AGENCY' and e.before is null and a.id = e.subject_id
                """,
                """
                update identifier_code c set state = 'CLOSED', valid_to = greatest(:now, c.valid_from), version = c.version + 1
                from reorganisation_effect e
                where e.reorganisation_id = :change and e.subject = 'CODE' and c.id = e.subject_id
                    and (e.before is null or e.before ->> 'state' = 'CLOSED')
                """,
                """
                update identifier_code c set state = e.before ->> 'state', valid_to = cast(e.before ->> 'valid_to' as timestamptz),
                    reason = e.before ->> 'reason', change_id = cast(e.before ->> 'change_id' as uuid), version = c.version + 1
                from reorganisation_effect e
                where e.reorganisation_id = :change and e.subject = 'CODE' and c.id = e.subject_id and e.before ->> 'state' <> 'CLOSED'
                    and cast(:now as timestamptz) is not null
                """,
                """
                update agency a set name = e.before ->> 'name', short_name = e.before ->> 'short_name', search_name = e.before ->> 'search_name',
                    kind = e.before ->> 'kind', parent_id = cast(e.before ->> 'parent_id' as uuid), code = e.before ->> 'code',
                    code_qd20 = e.before ->> 'code_qd20', level = cast(e.before ->> 'level' as smallint), state = e.before ->> 'state',
                    ended = e.before ->> 'ended', since = :now, change_id = :change, version = a.version + 1
                from reorganisation_effect e
                where e.reorganisation_id = :change and e.subject = 'AGENCY' and e.before is not null and a.id = e.subject_id
                """)) {
            em.createNativeQuery(sql)
                    .setParameter("change", change)
                    .setParameter("now", now)
                    .executeUpdate();
        }
        em.createNativeQuery("delete from code_successor where change_id = :change")
                .setParameter("change", change)
                .executeUpdate();
    }
}
