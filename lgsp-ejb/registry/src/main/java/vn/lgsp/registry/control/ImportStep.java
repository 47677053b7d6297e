package vn.lgsp.registry.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.StaffDirectory;
import vn.lgsp.model.account.Right;
import vn.lgsp.registry.boundary.Scope;

/**
 * Does one step of a list: the whole check, or so many rows. The list's row is locked, the rows are entered and their outcome written in
 * one transaction: when the node dies in between nothing of the step has happened, and any node takes it up again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportStep {
    private static final int ROWS = 500;
    private static final String CHOOSE =
            """
            update agency_import_row set outcome = 'NOW' where import_id = :import and position in (
                select position from agency_import_row r
                where import_id = :import and act in ('ADD', 'CHANGE') and outcome = 'WAITING' and depth = (
                    select depth from agency_import_row
                    where import_id = :import and act in ('ADD', 'CHANGE') and outcome = 'WAITING' order by depth, position limit 1)
                order by position limit :rows)
            """;
    private static final String ADD =
            """
            insert into agency (id, code, code_qd20, name, search_name, short_name, level, kind, parent_id, state, sample, created_at, since,
                version, address, email, telephone, website, contact, area, zone_id)
            select r.new_id, r.code, r.code_qd20, r.name, r.search_name, r.short_name, r.level, r.kind, r.parent_id, 'ACTIVE', false, now(),
                now(), 0, r.address, r.email, r.telephone, r.website, r.contact, r.area, r.zone_id
            from agency_import_row r
            where r.import_id = :import and r.outcome = 'NOW' and r.act = 'ADD'
                and (r.parent_id is null or exists (select from agency p where p.id = r.parent_id and p.state <> 'CLOSED'))
                and not exists (select from code_text t where t.value in (r.code, r.code_qd20))
            """;
    private static final String CHANGE =
            """
            update agency a set version = a.version + 1, short_name = coalesce(r.short_name, a.short_name), kind = coalesce(r.kind, a.kind),
                area = coalesce(r.area, a.area), address = coalesce(r.address, a.address), email = coalesce(r.email, a.email),
                telephone = coalesce(r.telephone, a.telephone), website = coalesce(r.website, a.website),
                contact = coalesce(r.contact, a.contact), zone_id = coalesce(r.zone_id, a.zone_id),
                search_name = case when r.short_name is null then a.search_name
                    else fold_vietnamese(cast(a.name || ' ' || r.short_name as text)) end,
                (since, change_id) = (select case when same then a.since else greatest(now(), a.since) end,
                        case when same then a.change_id end
                    from (select (coalesce(r.short_name, a.short_name), coalesce(r.kind, a.kind), coalesce(r.area, a.area),
                        coalesce(r.zone_id, a.zone_id)) is not distinct from (a.short_name, a.kind, a.area, a.zone_id) as same) s)
            from agency_import_row r
            where r.import_id = :import and r.outcome = 'NOW' and r.act = 'CHANGE' and a.id = r.agency_id and a.state <> 'CLOSED'
            """;
    private static final String OUTCOME =
            """
            update agency_import_row r set outcome = case when exists (
                    select from agency a where a.id = coalesce(r.agency_id, r.new_id) and a.state <> 'CLOSED') then 'DONE' else 'REFUSED' end
            where r.import_id = :import and r.outcome = 'NOW'
            """;
    private static final String COUNT =
            """
            update agency_import i set done = n.done, refused = n.refused
            from (select count(*) filter (where outcome = 'DONE') as done, count(*) filter (where outcome = 'REFUSED') as refused
                from agency_import_row where import_id = :import and act in ('ADD', 'CHANGE')) n
            where i.id = :import
            """;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private ImportCheck check;

    @Inject
    private StaffDirectory people;

    @Inject
    private Scope scope;

    /** The lists that wait for this, here or on another node. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<UUID> waiting() {
        @SuppressWarnings("unchecked")
        List<UUID> ids = em.createNativeQuery(
                        "select id from agency_import where state in ('CHECKING', 'RUNNING') order by id", UUID.class)
                .getResultList();
        return ids;
    }

    /** Does the next step of a list; false when there is none, or another node is at it. */
    public boolean next(UUID importId) {
        List<?> locked = em.createNativeQuery(
                        """
                        select state, account_id from agency_import where id = :import and state in ('CHECKING', 'RUNNING')
                        for update skip locked
                        """)
                .setParameter("import", importId)
                .getResultList();
        if (locked.isEmpty()) {
            return false;
        }
        Object[] row = (Object[]) locked.get(0);
        if (!may((UUID) row[1])) {
            end(importId, "STOPPED");
            return false;
        }
        if (row[0].equals("CHECKING")) {
            check.check(importId);
            return false;
        }
        return enter(importId);
    }

    private boolean may(UUID accountId) {
        return people.current(accountId)
                .filter(staff -> scope.everywhere(staff, Right.DIRECTORY_CHANGE))
                .isPresent();
    }

    private boolean enter(UUID importId) {
        int chosen = em.createNativeQuery(CHOOSE)
                .setParameter("import", importId)
                .setParameter("rows", ROWS)
                .executeUpdate();
        if (chosen == 0) {
            end(importId, "DONE");
            return false;
        }
        for (String statement : List.of(ADD, CHANGE, OUTCOME, COUNT)) {
            em.createNativeQuery(statement).setParameter("import", importId).executeUpdate();
        }
        return true;
    }

    private void end(UUID importId, String state) {
        em.createNativeQuery("update agency_import set state = :state, ended_at = now() where id = :import")
                .setParameter("state", state)
                .setParameter("import", importId)
                .executeUpdate();
    }
}
