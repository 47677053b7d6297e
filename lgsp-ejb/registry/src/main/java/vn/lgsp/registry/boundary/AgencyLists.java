package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.registry.Agency;

/** The whole directory in pages, for whoever keeps a copy of it (Điều 5.7). May be known to every application. */
@Stateless
public class AgencyLists {
    private static final int MAX_PAGE = 1000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String ITEM =
            """
            select a.id, c.revision, a.code, a.code_qd20, a.name, a.short_name, a.level, p.code as parent, a.kind, a.area, a.address,
                a.email, a.telephone, a.website, a.contact, z.code as zone, a.state, a.sample
            from agency_change c join agency a on a.id = c.agency_id left join agency p on p.id = a.parent_id left join zone z on z.id = a.zone_id
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /**
     * Agencies in the order in which they changed last, closed ones too. An agency that changes while somebody reads comes again at the
     * end, so whoever goes on after the last page read misses nothing and needs nothing twice.
     *
     * @param revision only those that changed after this revision, or at it with an id after {@code after}
     * @param after id of the last agency of the page before; null for the beginning
     * @param limit 1–1000
     */
    public List<AgencyListItem> changed(long revision, UUID after, int limit) {
        // Without an id the revision itself has been read already.
        List<?> rows = em.createNativeQuery(
                        ITEM + "where (c.revision, c.agency_id) > (:revision, :after) order by c.revision, c.agency_id")
                .setParameter("revision", after == null ? revision + 1 : revision)
                .setParameter("after", after == null ? FIRST : after)
                .setMaxResults(Math.max(1, Math.min(limit, MAX_PAGE)))
                .getResultList();
        return rows.stream().map(row -> item((Object[]) row)).toList();
    }

    /**
     * Agencies that exist, each after the one above it: the order in which a list is entered.
     *
     * @param level of the last agency of the page before; 0 at the beginning
     * @param after its code of QĐ 20/2020; empty at the beginning
     * @param limit 1–1000
     */
    public List<AgencyListItem> present(int level, String after, int limit) {
        List<?> rows = em.createNativeQuery(
                        ITEM
                                + """
                                where a.state <> 'CLOSED' and (a.level, a.code_qd20) > (:level, :after) order by a.level, a.code_qd20
                                """)
                .setParameter("level", level)
                .setParameter("after", after)
                .setMaxResults(Math.max(1, Math.min(limit, MAX_PAGE)))
                .getResultList();
        return rows.stream().map(row -> item((Object[]) row)).toList();
    }

    private static AgencyListItem item(Object[] row) {
        return new AgencyListItem(
                (UUID) row[0],
                ((Number) row[1]).longValue(),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                ((Number) row[6]).intValue(),
                (String) row[7],
                (String) row[8],
                (String) row[9],
                (String) row[10],
                (String) row[11],
                (String) row[12],
                (String) row[13],
                (String) row[14],
                (String) row[15],
                Agency.State.valueOf((String) row[16]),
                (Boolean) row[17]);
    }
}
