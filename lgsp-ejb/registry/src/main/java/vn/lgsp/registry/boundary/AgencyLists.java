package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.account.Right;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.control.AgencyQueries;
import vn.lgsp.registry.control.Fields;

/** The directory in pages, for whoever keeps a copy of it (Điều 5.7), which every application may, and for files of lists. */
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

    @Inject
    private Scope scope;

    @Inject
    private AgencyQueries queries;

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
     * Agencies that exist, with everything that a list says of them.
     *
     * @param filter as of the list of agencies; its place and its limit say nothing
     * @param after where the page begins, as the page before says; null for the first
     * @throws LgspException FORBIDDEN without AGENCIES_READ; REQUEST_INVALID naming {@code state} or {@code asOf}
     */
    public AgencyListPage page(Staff staff, AgencyFilter filter, String after) {
        scope.require(staff, Right.AGENCIES_READ);
        Fields fields = new Fields();
        if (filter.state() == Agency.State.CLOSED) {
            fields.add("state", "choice", "ACTIVE, LOCKED");
        }
        if (filter.asOf() != null) {
            fields.add("asOf", "unknown");
        }
        fields.check();
        List<AgencyRow> found = queries.list(new AgencyFilter(
                filter.text(),
                filter.level(),
                filter.kind(),
                filter.area(),
                filter.state(),
                filter.within(),
                null,
                after,
                MAX_PAGE));
        List<UUID> existing = found.stream()
                .filter(agency -> agency.state() != Agency.State.CLOSED)
                .map(AgencyRow::id)
                .toList();
        String next =
                found.size() < MAX_PAGE ? null : found.get(found.size() - 1).codeQd20();
        return new AgencyListPage(existing.isEmpty() ? List.of() : items(existing), next);
    }

    private List<AgencyListItem> items(List<UUID> ids) {
        List<?> rows = em.createNativeQuery(ITEM + "where a.id in (:ids) order by a.code_qd20")
                .setParameter("ids", ids)
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
