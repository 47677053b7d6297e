package vn.lgsp.authentication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.registry.Inheritance;

/** Keys belong to applications and go where these go; a reorganisation only wants to know how many there are. */
@ApplicationScoped
public class KeysOfAgencies implements Inheritance {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Override
    public String subject() {
        return "KEY";
    }

    @Override
    public long count(Set<UUID> agencies) {
        return ((Number) em.createNativeQuery(
                                """
                                select count(*) from access_key k join application a on a.id = k.application_id
                                where a.agency_id in (:agencies) and k.revoked_at is null and (k.not_after is null or k.not_after > now())
                                """)
                        .setParameter("agencies", agencies)
                        .getSingleResult())
                .longValue();
    }

    @Override
    public void carryOver(UUID changeId, Map<UUID, UUID> heirs, Set<UUID> ending) {
        // They stay with their applications.
    }

    @Override
    public void takeBack(UUID changeId) {
        // Nothing was changed.
    }

    @Override
    public long builtOn(Set<UUID> agencies, Instant since) {
        return ((Number) em.createNativeQuery(
                                """
                                select count(*) from access_key k join application a on a.id = k.application_id
                                where a.agency_id in (:agencies) and k.created_at > :since
                                """)
                        .setParameter("agencies", agencies)
                        .setParameter("since", since)
                        .getSingleResult())
                .longValue();
    }
}
