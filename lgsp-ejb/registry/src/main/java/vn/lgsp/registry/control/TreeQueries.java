package vn.lgsp.registry.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.registry.boundary.AgencyNode;
import vn.lgsp.registry.boundary.AgencyTree;

/** Reads a bounded part of the tree of agencies, one query for each level of it. */
@ApplicationScoped
public class TreeQueries {
    /** The most agencies in one picture. */
    public static final int MOST = 400;

    /** How many of those below one agency are shown at first, and how many more each time. */
    public static final int STEP = 20;

    private static final int DEEPEST = 12;

    private static final String NODES =
            """
            select w.agency_id, w.parent_id, w.code, w.code_qd20, w.name, w.kind, w.state,
                (select count(*) from agency_version c where c.parent_id = w.agency_id and c.state <> 'CLOSED'
                    and c.since <= :at and (c.until is null or c.until > :at))
            from (select v.*, row_number() over (partition by v.parent_id order by v.code_qd20) as place from agency_version v
                where v.state <> 'CLOSED' and v.since <= :at and (v.until is null or v.until > :at) and
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** An agency without those below it. */
    private record Row(
            UUID id,
            UUID parentId,
            String code,
            String codeQd20,
            String name,
            String kind,
            Agency.State state,
            long children) {}

    /**
     * The tree below an agency, or the whole one for null.
     *
     * @param opened codes after QĐ 20/2020 of agencies whose branches are shown, each with how many times {@link #STEP} are
     */
    public AgencyTree read(UUID rootId, Map<String, Integer> opened, Instant at) {
        List<Row> roots = rows(
                em.createNativeQuery(NODES
                        + (rootId == null ? "v.parent_id is null" : "v.agency_id = :root")
                        + ") w where w.place <= :most order by w.code_qd20"),
                rootId,
                at,
                STEP + 1);
        boolean more = roots.size() > STEP;
        List<Row> shown = roots.subList(0, Math.min(STEP, roots.size()));
        Map<String, Integer> branches = new HashMap<>(opened);
        if (shown.size() == 1) {
            branches.putIfAbsent(shown.get(0).codeQd20(), 1);
        }
        Map<UUID, List<Row>> below = new HashMap<>();
        int total = shown.size();
        boolean full = false;
        List<Row> level = shown;
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            Map<UUID, Integer> open = new LinkedHashMap<>();
            level.stream()
                    .filter(row -> row.children() > 0 && branches.containsKey(row.codeQd20()))
                    .forEach(row -> open.put(row.id(), STEP * branches.get(row.codeQd20())));
            List<Row> next = new ArrayList<>();
            for (Row row : children(open, at)) {
                List<Row> siblings = below.computeIfAbsent(row.parentId(), id -> new ArrayList<>());
                if (siblings.size() >= open.get(row.parentId())) {
                    continue;
                }
                if (total >= MOST) {
                    full = true;
                    break;
                }
                siblings.add(row);
                next.add(row);
                total++;
            }
            open.keySet().forEach(id -> below.computeIfAbsent(id, none -> new ArrayList<>()));
            level = next;
        }
        return new AgencyTree(shown.stream().map(row -> node(row, below)).toList(), more, full);
    }

    private List<Row> children(Map<UUID, Integer> open, Instant at) {
        if (open.isEmpty()) {
            return List.of();
        }
        Query query = em.createNativeQuery(
                        NODES + "v.parent_id in (:parents)) w where w.place <= :most order by w.parent_id, w.code_qd20")
                .setParameter("parents", open.keySet());
        int most = open.values().stream().mapToInt(Integer::intValue).max().orElse(STEP);
        return rows(query, null, at, most);
    }

    @SuppressWarnings("unchecked")
    private static List<Row> rows(Query query, UUID rootId, Instant at, int most) {
        if (rootId != null) {
            query.setParameter("root", rootId);
        }
        List<Object[]> found = query.setParameter("at", at == null ? Instant.now() : at)
                .setParameter("most", most)
                .getResultList();
        return found.stream()
                .map(row -> new Row(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        Agency.State.valueOf((String) row[6]),
                        ((Number) row[7]).longValue()))
                .toList();
    }

    private static AgencyNode node(Row row, Map<UUID, List<Row>> below) {
        List<Row> children = below.get(row.id());
        return new AgencyNode(
                row.id(),
                row.code(),
                row.codeQd20(),
                row.name(),
                row.kind(),
                row.state(),
                row.children(),
                children != null,
                children == null
                        ? List.of()
                        : children.stream().map(child -> node(child, below)).toList());
    }
}
