package vn.lgsp.registry.control.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import vn.lgsp.registry.boundary.ReorganisationHeir.Subject;
import vn.lgsp.registry.boundary.ReorganisationThing;

/** What went to others than the rule says when a request was carried out, read from its effects. */
@ApplicationScoped
public class TakenHeirs {
    private static final String THINGS =
            """
            select h.subject, h.subject_id,
                case h.subject
                    when 'APPLICATION' then a.code || ' – ' || a.name
                    when 'KEY' then a.code || ' …' || right(k.access_key, 4)
                    when 'ACCOUNT' then p.full_name || ' (' || p.username || ')'
                    else coalesce(sa.code, sg.code_qd20, '–') || ' → ' || coalesce(da.code, dg.code_qd20, '–')
                        || coalesce(' · ' || r.data_type, '') end,
                g.code_qd20, g.name, n.code_qd20, n.name
            from reorganisation_heir h
            join reorganisation_effect e on e.reorganisation_id = h.reorganisation_id and e.subject = h.subject and e.subject_id = h.subject_id
            left join access_key k on h.subject = 'KEY' and k.id = h.subject_id
            left join application a on a.id = case h.subject when 'APPLICATION' then h.subject_id else k.application_id end
            left join reorganisation_effect ke on h.subject = 'KEY' and ke.reorganisation_id = h.reorganisation_id
                and ke.subject = 'APPLICATION' and ke.subject_id = k.application_id
            left join account p on h.subject = 'ACCOUNT' and p.id = h.subject_id
            left join access_right r on h.subject = 'RIGHT' and r.id = h.subject_id
            left join application sa on sa.id = r.source_application_id
            left join agency sg on sg.id = cast(e.before ->> 'source_agency_id' as uuid)
            left join application da on da.id = r.destination_application_id
            left join agency dg on dg.id = cast(e.before ->> 'destination_agency_id' as uuid)
            join reorganisation_effect end_of on end_of.reorganisation_id = h.reorganisation_id and end_of.subject = 'AGENCY'
                and end_of.after ->> 'state' = 'CLOSED' and (
                    cast(end_of.subject_id as text) in (e.before ->> 'agency_id', ke.before ->> 'agency_id',
                        e.before ->> 'source_agency_id', e.before ->> 'destination_agency_id')
                    or exists (select from jsonb_array_elements(case jsonb_typeof(e.before -> 'roles') when 'array' then e.before -> 'roles'
                        else '[]' end) role where role ->> 'agency_id' = cast(end_of.subject_id as text)))
            join agency g on g.id = end_of.subject_id
            left join code_text t on t.value = h.heir
            left join identifier_code c on c.id = t.code_id
            left join agency n on n.id = c.agency_id
            where h.reorganisation_id = :id
            order by g.code_qd20, h.subject, 3, h.subject_id
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** By agency, subject and name; empty when everything followed the rule. */
    public List<ReorganisationThing> of(UUID request) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(THINGS, Tuple.class)
                .setParameter("id", request)
                .getResultList();
        return rows.stream()
                .map(row -> new ReorganisationThing(
                        Subject.valueOf(row.get(0, String.class)),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        true,
                        row.get(5, String.class),
                        row.get(6, String.class)))
                .toList();
    }
}
