package vn.lgsp.registry.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.UUID;

/** Compares the rows of a list with each other and with the directory, all of them at a time. Changes nothing but what is known of the list. */
@Dependent
public class ImportCheck {
    private static final int MAX_PASSES = 60;
    private static final String[] BEFORE = {
        // So many rows came in just now that the database has no idea of them yet.
        "analyze agency_import_row",
        """
        delete from agency_import_problem where import_id = :import and reason in ('code-closed', 'taken', 'duplicate', 'name-missing',
            'parent-missing', 'parent-unknown', 'parent-closed', 'parent-faulty', 'cycle', 'zone-unknown', 'reorganisation')
        """,
        """
        update agency_import_row r set agency_id = null, parent_id = null, zone_id = null, depth = 0, outcome = 'WAITING',
            act = case when exists (select from agency_import_problem p where p.import_id = r.import_id and p.position = r.position
                and p.severity = 'ERROR') then 'FAULTY' else 'UNKNOWN' end
        where import_id = :import
        """,
        // Agencies known already.
        """
        update agency_import_row r set agency_id = i.agency_id, act = 'NONE'
        from code_text t join identifier_code i on i.id = t.code_id and i.state <> 'CLOSED'
        where r.import_id = :import and r.act = 'UNKNOWN' and t.value = r.given
        """,
        problem("code", "code-closed", "r.given")
                + """
                from agency_import_row r join code_text t on t.value = r.given
                where r.import_id = :import and r.act = 'UNKNOWN'
                """,
        "update agency_import_row set act = 'ADD' where import_id = :import and act = 'UNKNOWN'",
        problem("code", "duplicate", "r.given")
                + """
                from (select *, row_number() over (partition by coalesce(cast(agency_id as text), code) order by position) as nth,
                        row_number() over (partition by coalesce(cast(agency_id as text), code_qd20) order by position) as nth_qd20
                    from agency_import_row where import_id = :import and act in ('ADD', 'NONE')) r
                where r.nth > 1 or r.nth_qd20 > 1
                """,
        problem("code", "taken", "t.value")
                + """
                from agency_import_row r join code_text t on t.value in (r.code, r.code_qd20)
                where r.import_id = :import and r.act = 'ADD'
                """,
        problem("name", "name-missing", "cast(null as text)")
                + "from agency_import_row r where r.import_id = :import and r.act = 'ADD' and r.name is null\n",
        // Zones and agencies above.
        "update agency_import_row r set zone_id = z.id from zone z where r.import_id = :import and z.code = r.zone and z.state = 'ACTIVE'",
        problem("zone", "zone-unknown", "r.zone")
                + """
                from agency_import_row r where r.import_id = :import and r.act <> 'FAULTY' and r.zone is not null and r.zone_id is null
                """,
        """
        update agency_import_row r set parent_id = i.agency_id
        from code_text t join identifier_code i on i.id = t.code_id
        where r.import_id = :import and r.act <> 'FAULTY' and t.value = r.parent_code
        """,
        problem("parent", "parent-closed", "r.parent_code")
                + """
                from agency_import_row r join agency a on a.id = r.parent_id and a.state = 'CLOSED'
                where r.import_id = :import and r.act = 'ADD'
                """,
        // Of several rows with one code the one that will be entered; only where there is none, one at fault.
        above("code", "ADD"),
        above("code_qd20", "ADD"),
        above("code", "FAULTY"),
        above("code_qd20", "FAULTY"),
        problem("parent", "parent-unknown", "r.parent_code")
                + """
                from agency_import_row r
                where r.import_id = :import and r.act <> 'FAULTY' and r.parent_code is not null and r.parent_id is null
                """,
        problem("parent", "parent-missing", "cast(null as text)")
                + """
                from agency_import_row r
                where r.import_id = :import and r.act = 'ADD' and r.parent_code is null and r.level > 1
                """,
    };
    private static final String FAULTY =
            """
            update agency_import_row r set act = 'FAULTY' where r.import_id = :import and r.act <> 'FAULTY' and exists (
                select from agency_import_problem p where p.import_id = r.import_id and p.position = r.position and p.severity = 'ERROR')
            """;
    private static final String BELOW_FAULTY = problem("parent", "parent-faulty", "r.parent_code")
            + """
            from agency_import_row r join agency_import_row p on p.import_id = r.import_id and p.new_id = r.parent_id and p.act = 'FAULTY'
            where r.import_id = :import and r.act = 'ADD'
            """;
    private static final String[] AFTER = {
        // Whoever is not reached from the top stands in a circle, or below one.
        """
        with recursive reached as (
            select r.new_id, 0 as depth from agency_import_row r
            where r.import_id = :import and r.act = 'ADD' and (r.parent_id is null or exists (select from agency a where a.id = r.parent_id))
            union all
            select r.new_id, u.depth + 1 from reached u join agency_import_row r on r.parent_id = u.new_id
            where r.import_id = :import and r.act = 'ADD')
        update agency_import_row r set depth = u.depth + 1 from reached u
        where r.import_id = :import and r.act = 'ADD' and r.new_id = u.new_id
        """,
        problem("parent", "cycle", "r.parent_code")
                + "from agency_import_row r where r.import_id = :import and r.act = 'ADD' and r.depth = 0\n",
        FAULTY,
        // What only a reorganisation changes.
        difference("name", "r.name", "r.name <> a.name"),
        difference("parent", "r.parent_code", "r.parent_id is distinct from a.parent_id and r.parent_code is not null"),
        difference(
                "codeQd20",
                "r.second",
                """
                r.second is not null and not exists (
                    select from code_text t join identifier_code i on i.id = t.code_id where t.value = r.second and i.agency_id = a.id)
                """),
        """
        update agency_import_row r set act = 'CHANGE' from agency a
        where r.import_id = :import and r.act = 'NONE' and a.id = r.agency_id
            and (r.short_name <> coalesce(a.short_name, '') or r.kind <> coalesce(a.kind, '') or r.area <> coalesce(a.area, '')
                or r.address <> coalesce(a.address, '') or r.email <> coalesce(a.email, '')
                or r.telephone <> coalesce(a.telephone, '') or r.website <> coalesce(a.website, '')
                or r.contact <> coalesce(a.contact, '') or r.zone_id is not null and r.zone_id is distinct from a.zone_id)
        """,
        """
        update agency_import i set state = 'CHECKED', checked_at = now(), total = n.total, added = n.added, changed = n.changed,
            unchanged = n.unchanged, faulty = n.faulty,
            different = (select count(distinct position) from agency_import_problem where import_id = :import and severity = 'WARNING')
        from (select count(*) as total, count(*) filter (where act = 'ADD') as added, count(*) filter (where act = 'CHANGE') as changed,
                count(*) filter (where act = 'NONE') as unchanged, count(*) filter (where act = 'FAULTY') as faulty
            from agency_import_row where import_id = :import) n
        where i.id = :import
        """,
    };

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** Checks a list; ends in the state CHECKED. */
    public void check(UUID importId) {
        for (String step : BEFORE) {
            run(step, importId);
            if (step.contains("agency_import_problem (")) {
                run(FAULTY, importId);
            }
        }
        for (int pass = 0; pass < MAX_PASSES && run(BELOW_FAULTY, importId) > 0; pass++) {
            run(FAULTY, importId);
        }
        for (String step : AFTER) {
            run(step, importId);
        }
    }

    private int run(String statement, UUID importId) {
        Query query = em.createNativeQuery(statement);
        if (statement.contains(":import")) {
            query.setParameter("import", importId);
        }
        return query.executeUpdate();
    }

    private static String problem(String field, String reason, String value) {
        return problem(field, reason, "ERROR", value);
    }

    /** All of these are words of this class: nothing that came from outside. */
    private static String problem(String field, String reason, String severity, String value) {
        return "insert into agency_import_problem (import_id, position, field, reason, severity, value)\n"
                + "select distinct on (r.position) r.import_id, r.position, '" + field + "', '" + reason + "', '"
                + severity + "', " + value
                + "\n";
    }

    private static String above(String form, String act) {
        return """
                update agency_import_row r set parent_id = p.new_id from agency_import_row p
                where r.import_id = :import and r.act <> 'FAULTY' and r.parent_id is null and p.import_id = r.import_id
                    and p.agency_id is null and p.%s = r.parent_code and p.act = '%s'
                """
                .formatted(form, act);
    }

    private static String difference(String field, String value, String condition) {
        return problem(field, "reorganisation", "WARNING", value)
                + "from agency_import_row r join agency a on a.id = r.agency_id where r.import_id = :import and r.act = 'NONE' and ("
                + condition + ")\n";
    }
}
