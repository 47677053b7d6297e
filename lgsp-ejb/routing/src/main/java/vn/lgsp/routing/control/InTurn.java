package vn.lgsp.routing.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs queries that take from many queues in turn, in transactions of their own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InTurn {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** The ids that a query finds. */
    @SuppressWarnings("unchecked")
    public List<UUID> ids(String sql, Map<String, Object> values) {
        // How long the queue of one source is nobody can tell when the query is planned. Most are short, and a short
        // one would be read whole and
        // sorted; for a long one that is what must not happen. So each is read in the order of its index, as far as is
        // wanted.
        em.createNativeQuery("select set_config('enable_sort', 'off', true), set_config('jit', 'off', true)")
                .getSingleResult();
        Query query = em.createNativeQuery(sql, UUID.class);
        values.forEach(query::setParameter);
        return query.getResultList();
    }
}
