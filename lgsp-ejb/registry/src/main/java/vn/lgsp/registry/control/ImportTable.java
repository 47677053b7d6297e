package vn.lgsp.registry.control;

import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Staff;
import vn.lgsp.model.error.ErrorCode;
import vn.lgsp.model.error.LgspException;
import vn.lgsp.registry.boundary.AgencyListRow;
import vn.lgsp.registry.boundary.ImportProblem;
import vn.lgsp.registry.boundary.ImportState;
import vn.lgsp.registry.boundary.ImportView;

/** The tables of lists from outside. A page of rows goes in with one statement. */
@Dependent
public class ImportTable {
    private static final String VIEW =
            """
            select id, name, ordered_by, state, total, added, changed, unchanged, different, faulty, done, refused, created_at, checked_at,
                started_at, ended_at
            from agency_import
            """;
    private static final String ADD_ROWS =
            """
            insert into agency_import_row (import_id, position, new_id, given, second, code, code_qd20, level, name, search_name, short_name,
                parent_code, kind, area, address, email, telephone, website, contact, zone, act)
            select :import, position, new_id, given, second, code, code_qd20, level, name, search_name, short_name, parent_code, kind, area,
                address, email, telephone, website, contact, zone, act
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(position int, new_id uuid, given text, second text, code text, code_qd20 text,
                level smallint, name text, search_name text, short_name text, parent_code text, kind text, area text, address text,
                email text, telephone text, website text, contact text, zone text, act text)
            """;
    private static final String ADD_PROBLEMS =
            """
            insert into agency_import_problem (import_id, position, field, reason, severity, value)
            select :import, position, field, reason, severity, value
            from jsonb_to_recordset(cast(:rows as jsonb)) as r(position int, field text, reason text, severity text, value text)
            on conflict do nothing
            """;

    private static final List<String> CLEAR = List.of(
            "delete from agency_import_row where import_id = :import",
            "delete from agency_import_problem where import_id = :import",
            "update agency_import set total = 0 where id = :import");

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** Begins a list. */
    public void create(UUID id, String name, Staff staff) {
        em.createNativeQuery(
                        """
                        insert into agency_import (id, name, account_id, ordered_by, state, created_at)
                        values (:id, :name, :account, :by, 'OPEN', now())
                        """)
                .setParameter("id", id)
                .setParameter("name", name)
                .setParameter("account", staff.accountId())
                .setParameter("by", staff.username())
                .executeUpdate();
    }

    /** Whoever starts a list is who must keep the right while it runs. */
    public void startedBy(UUID id, Staff staff) {
        em.createNativeQuery(
                        "update agency_import set account_id = :account, ordered_by = :by, started_at = now() where id = :id")
                .setParameter("id", id)
                .setParameter("account", staff.accountId())
                .setParameter("by", staff.username())
                .executeUpdate();
    }

    /**
     * The state of a list, which nobody else changes until the end of the transaction.
     *
     * @throws LgspException NOT_FOUND
     */
    public ImportState locked(UUID id) {
        List<?> states = em.createNativeQuery("select state from agency_import where id = :id for update", String.class)
                .setParameter("id", id)
                .getResultList();
        if (states.isEmpty()) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return ImportState.valueOf((String) states.get(0));
    }

    /** Writes the state. */
    public void state(UUID id, ImportState state) {
        em.createNativeQuery(
                        """
                        update agency_import set state = :state, ended_at = case when :state = 'STOPPED' then now() end where id = :id
                        """)
                .setParameter("state", state.name())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Takes all rows and what was wrong with them out again. */
    public void clear(UUID id) {
        for (String statement : CLEAR) {
            em.createNativeQuery(statement).setParameter("import", id).executeUpdate();
        }
    }

    /** Takes rows in the place of those that stand at the same positions. */
    public void add(UUID id, List<AgencyListRow> rows) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        List<ImportProblem> problems = new ArrayList<>();
        for (AgencyListRow row : rows) {
            ImportRowCheck checked = new ImportRowCheck(row);
            json.add(checked.json());
            problems.addAll(checked.problems());
        }
        List<Integer> positions = rows.stream().map(AgencyListRow::position).toList();
        int replaced = em.createNativeQuery(
                        "delete from agency_import_row where import_id = :import and position in (:positions)")
                .setParameter("import", id)
                .setParameter("positions", positions)
                .executeUpdate();
        em.createNativeQuery("delete from agency_import_problem where import_id = :import and position in (:positions)")
                .setParameter("import", id)
                .setParameter("positions", positions)
                .executeUpdate();
        em.createNativeQuery(ADD_ROWS)
                .setParameter("import", id)
                .setParameter("rows", json.build().toString())
                .executeUpdate();
        em.createNativeQuery("update agency_import set total = total + :more where id = :import")
                .setParameter("import", id)
                .setParameter("more", rows.size() - replaced)
                .executeUpdate();
        problems(id, problems);
    }

    /** Writes down what is wrong. */
    public void problems(UUID id, List<ImportProblem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (ImportProblem problem : problems) {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("position", problem.position())
                    .add("field", problem.field())
                    .add("reason", problem.reason())
                    .add("severity", problem.error() ? "ERROR" : "WARNING");
            if (problem.value() != null) {
                one.add("value", problem.value());
            }
            json.add(one);
        }
        em.createNativeQuery(ADD_PROBLEMS)
                .setParameter("import", id)
                .setParameter("rows", json.build().toString())
                .executeUpdate();
    }

    /**
     * One list.
     *
     * @throws LgspException NOT_FOUND
     */
    public ImportView find(UUID id) {
        List<?> found = em.createNativeQuery(VIEW + "where id = :id")
                .setParameter("id", id)
                .getResultList();
        if (found.isEmpty()) {
            throw new LgspException(ErrorCode.NOT_FOUND);
        }
        return view((Object[]) found.get(0));
    }

    /** The newest lists. */
    public List<ImportView> list(int most) {
        List<?> found = em.createNativeQuery(VIEW + "order by id desc")
                .setMaxResults(most)
                .getResultList();
        return found.stream().map(row -> view((Object[]) row)).toList();
    }

    /** Problems by position, those after one of them. */
    public List<ImportProblem> problems(UUID id, Boolean error, ImportProblem after, int limit) {
        List<?> found = em.createNativeQuery(
                        """
                        select position, field, reason, severity, value from agency_import_problem
                        where import_id = :import and severity in (:severities) and (position, field, reason) > (:position, :field, :reason)
                        order by position, field, reason
                        """)
                .setParameter("import", id)
                .setParameter(
                        "severities",
                        error == null ? List.of("ERROR", "WARNING") : List.of(error ? "ERROR" : "WARNING"))
                .setParameter("position", after == null ? 0 : after.position())
                .setParameter("field", after == null ? "" : after.field())
                .setParameter("reason", after == null ? "" : after.reason())
                .setMaxResults(limit)
                .getResultList();
        return found.stream().map(row -> problem((Object[]) row)).toList();
    }

    private static ImportProblem problem(Object[] row) {
        return new ImportProblem(
                ((Number) row[0]).intValue(), (String) row[1], (String) row[2], row[3].equals("ERROR"), (String)
                        row[4]);
    }

    private static ImportView view(Object[] row) {
        return new ImportView(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                ImportState.valueOf((String) row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                number(row[8]),
                number(row[9]),
                number(row[10]),
                number(row[11]),
                (Instant) row[12],
                (Instant) row[13],
                (Instant) row[14],
                (Instant) row[15]);
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
