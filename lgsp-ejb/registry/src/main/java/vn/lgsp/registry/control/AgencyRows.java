package vn.lgsp.registry.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads from the database what the index is made of, in one query that streams. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AgencyRows {
    private static final String ROW =
            """
            select c.agency_id, a.parent_id, a.level, a.state, a.name, a.short_name, codes.all_codes, able.abilities, able.types
            from agency_change c
            left join agency a on a.id = c.agency_id
            left join lateral (
                select string_agg(t.value, ' ') as all_codes
                from identifier_code i join code_text t on t.code_id = i.id where i.agency_id = a.id) codes on true
            left join lateral (
                select max(case when x.receives then 1 else 0 end) + max(case when x.sends then 2 else 0 end)
                        + max(case when exists (select from service s where s.application_id = x.id and s.state = 'ACTIVE') then 4 else 0 end)
                        as abilities,
                    string_agg(case when x.receives then coalesce((select string_agg(d.data_type, ' ' order by d.data_type)
                        from application_data_type d where d.application_id = x.id and d.direction = 'RECEIVE'), '*') end, ' ') as types
                from application x where x.agency_id = a.id and x.state = 'ACTIVE') able on true
            where c.revision > :since
            order by a.level, a.search_name collate "C", a.id
            """;
    private static final int BATCH = 2000;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** The revision of the directory now. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long revision() {
        return ((Number) em.createNativeQuery("select revision from directory_revision")
                        .getSingleResult())
                .longValue();
    }

    /** Reads everything. */
    public AgencySnapshot all() {
        long revision = revision();
        try (Stream<AgencyRow> rows = rows(-1)) {
            AgencySegment base = AgencySegment.of(rows, false);
            return new AgencySnapshot(revision, base, AgencySegment.of(Stream.empty(), true), Set.of());
        }
    }

    /** Reads what has changed since a large segment was made. */
    public AgencySnapshot since(AgencySegment base, long baseRevision) {
        long revision = revision();
        try (Stream<AgencyRow> rows = rows(baseRevision)) {
            Set<UUID> touched = new HashSet<>();
            AgencySegment recent = AgencySegment.of(rows.peek(row -> touched.add(row.id())), true);
            return new AgencySnapshot(revision, base, recent, touched);
        }
    }

    @SuppressWarnings("unchecked")
    private Stream<AgencyRow> rows(long since) {
        Query query = em.createNativeQuery(ROW)
                .setParameter("since", since)
                .setHint("org.hibernate.fetchSize", BATCH)
                .setHint("org.hibernate.readOnly", true);
        return ((Stream<Object[]>) query.getResultStream()).map(AgencyRows::row);
    }

    private static AgencyRow row(Object[] row) {
        UUID id = (UUID) row[0];
        if (row[4] == null) {
            return new AgencyRow(id, null, 0, true, null, null, List.of(), 0, List.of(), true);
        }
        return new AgencyRow(
                id,
                (UUID) row[1],
                ((Number) row[2]).intValue(),
                "CLOSED".equals(row[3]),
                (String) row[4],
                (String) row[5],
                split(row[6]),
                row[7] == null ? 0 : ((Number) row[7]).intValue(),
                split(row[8]),
                false);
    }

    private static List<String> split(Object text) {
        return text == null ? List.of() : List.of(((String) text).split(" "));
    }
}
