package vn.lgsp.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lgsp.model.Ids;
import vn.lgsp.operations.boundary.SavedFilterView;

/** Filters of people, as rows. */
@ApplicationScoped
public class SavedFilterRows {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** By name. */
    public List<SavedFilterView> of(UUID accountId, String page) {
        List<?> rows = em.createNativeQuery(
                        """
                        select id, name, query, created_at from saved_filter
                        where account_id = :account and page = :page order by name, id
                        """)
                .setParameter("account", accountId)
                .setParameter("page", page)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new SavedFilterView((UUID) row[0], (String) row[1], (String) row[2], (Instant) row[3]))
                .toList();
    }

    /** Stores one, in place of one of the same name. */
    public UUID put(UUID accountId, String page, String name, String query) {
        // One person's filters are counted one at a time.
        em.createNativeQuery("select id from account where id = :account for update")
                .setParameter("account", accountId)
                .getResultList();
        return (UUID) em.createNativeQuery(
                        """
                        insert into saved_filter (id, account_id, page, name, query, created_at)
                        values (:id, :account, :page, :name, :query, now())
                        on conflict (account_id, page, name) do update set query = excluded.query
                        returning id
                        """,
                        UUID.class)
                .setParameter("id", Ids.next())
                .setParameter("account", accountId)
                .setParameter("page", page)
                .setParameter("name", name)
                .setParameter("query", query)
                .getSingleResult();
    }

    public int count(UUID accountId, String page) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from saved_filter where account_id = :account and page = :page",
                                Long.class)
                        .setParameter("account", accountId)
                        .setParameter("page", page)
                        .getSingleResult())
                .intValue();
    }

    /** Says whether there was one. */
    public boolean remove(UUID accountId, UUID id) {
        return em.createNativeQuery("delete from saved_filter where account_id = :account and id = :id")
                        .setParameter("account", accountId)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }
}
