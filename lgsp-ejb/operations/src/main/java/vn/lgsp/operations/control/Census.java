package vn.lgsp.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Counts what has been entered. */
@ApplicationScoped
public class Census {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    /** Agencies that are no samples, and those that are. */
    public record Agencies(long real, long sample) {}

    public Agencies agencies() {
        Object[] row = (Object[]) em.createNativeQuery(
                        "select count(*) filter (where not sample), count(*) filter (where sample) from agency")
                .getSingleResult();
        return new Agencies(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    /** Whether the account still has the password that somebody else gave it. */
    public boolean mustChangePassword(UUID accountId) {
        return (Boolean) em.createNativeQuery("select must_change_password from account where id = :id", Boolean.class)
                .setParameter("id", accountId)
                .getSingleResult();
    }
}
