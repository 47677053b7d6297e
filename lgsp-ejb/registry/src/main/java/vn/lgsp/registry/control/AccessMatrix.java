package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.registry.boundary.AccessRequests.Cell;

/** Which agencies may send to which, of a few. */
@ApplicationScoped
public class AccessMatrix {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** Pairs with a right that is in force or waits. */
    public List<Cell> cells(List<UUID> agencies, String dataType) {
        if (agencies.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(
                        """
                        with source as (
                            select r.id, r.source_agency_id as agency_id from access_right r where r.source_agency_id in (:agencies)
                            union
                            select r.id, a.agency_id from access_right r join application a on a.id = r.source_application_id
                            where a.agency_id in (:agencies)
                            union
                            select r.id, m.agency_id from access_right r join agency_group_member m on m.group_id = r.source_group_id
                            where m.agency_id in (:agencies)),
                        destination as (
                            select r.id, r.destination_agency_id as agency_id from access_right r
                            where r.destination_agency_id in (:agencies)
                            union
                            select r.id, a.agency_id from access_right r join application a on a.id = r.destination_application_id
                            where a.agency_id in (:agencies)
                            union
                            select r.id, m.agency_id from access_right r
                            join agency_group_member m on m.group_id = r.destination_group_id where m.agency_id in (:agencies))
                        select s.agency_id, d.agency_id,
                            bool_or(r.state = 'APPROVED' and r.valid_from <= :now and (r.valid_to is null or r.valid_to > :now)),
                            bool_or(r.state = 'REQUESTED')
                        from source s join destination d on d.id = s.id join access_right r on r.id = s.id
                        where :type = '' or r.data_type = :type
                        group by s.agency_id, d.agency_id
                        """)
                .setParameter("agencies", agencies)
                .setParameter("now", Instant.now())
                .setParameter("type", dataType == null ? "" : dataType)
                .getResultList();
        return rows.stream()
                .map(row -> new Cell((UUID) row[0], (UUID) row[1], (Boolean) row[2], (Boolean) row[3]))
                .filter(cell -> cell.allowed() || cell.waiting())
                .toList();
    }
}
