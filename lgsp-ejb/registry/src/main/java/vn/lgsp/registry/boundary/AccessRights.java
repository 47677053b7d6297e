package vn.lgsp.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;

/** Who may send what to whom (quyền truy xuất, Điều 7.1a). What is not granted is denied. */
@Stateless
public class AccessRights {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** Says whether a right in force lets this application send this type of data to this agency. */
    public boolean maySend(UUID sourceApplicationId, UUID destinationAgencyId, String dataType) {
        return !em.createQuery(
                        """
                        select 1 from AccessRight r
                        where r.sourceApplicationId = :source and r.destinationAgencyId = :destination and r.dataType = :type
                            and r.validFrom <= :now and (r.validTo is null or r.validTo > :now) and r.withdrawnAt is null
                        """,
                        Integer.class)
                .setParameter("source", sourceApplicationId)
                .setParameter("destination", destinationAgencyId)
                .setParameter("type", dataType)
                .setParameter("now", Instant.now())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
