package vn.lgsp.routing.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Which store the content of the platform lies in, as the database has it for all nodes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StoreRecord {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /**
     * Whether a node with this store may use it: it is the platform's, or the platform has none yet, or has nothing stored. In the last two cases it
     * becomes the platform's.
     */
    public boolean agrees(UUID store) {
        em.createNativeQuery("insert into content_store (id) values (:id) on conflict do nothing")
                .setParameter("id", store)
                .executeUpdate();
        return isNoted(store)
                || em.createNativeQuery(
                                        """
                                        update content_store set id = :id, noted_at = now()
                                        where not exists (select 1 from content where state <> 'ERASED')
                                        """)
                                .setParameter("id", store)
                                .executeUpdate()
                        == 1;
    }

    private boolean isNoted(UUID store) {
        return !em.createNativeQuery("select 1 from content_store where id = :id")
                .setParameter("id", store)
                .getResultList()
                .isEmpty();
    }
}
