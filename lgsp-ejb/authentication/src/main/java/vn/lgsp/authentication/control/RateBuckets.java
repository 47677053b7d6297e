package vn.lgsp.authentication.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import vn.lgsp.authentication.boundary.RateLimits.Kind;

/** The buckets that all nodes share: one row for each application and kind, in a table that a crash may empty. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RateBuckets {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    private RateSettings settings;

    /** Takes a portion of tokens. */
    public Bucket.Loan borrow(UUID application, Kind kind) {
        Bucket bucket = settings.bucket(application, kind);
        if (bucket.rate() == 0) {
            return Bucket.Loan.UNLIMITED;
        }
        double level = bucket.size();
        List<?> rows = found(application, kind);
        if (rows.isEmpty()) {
            em.createNativeQuery(
                            """
                            insert into rate_bucket (application_id, kind, level, at) values (:application, :kind, :level, clock_timestamp())
                            on conflict do nothing
                            """)
                    .setParameter("application", application)
                    .setParameter("kind", kind.name())
                    .setParameter("level", level)
                    .executeUpdate();
            rows = found(application, kind);
        }
        Object[] row = (Object[]) rows.get(0);
        level = bucket.filled(((Number) row[0]).doubleValue(), ((Number) row[1]).doubleValue());
        Bucket.Loan loan = bucket.lend(level);
        em.createNativeQuery(
                        """
                        update rate_bucket set level = :level, at = clock_timestamp() where application_id = :application and kind = :kind
                        """)
                .setParameter("level", level - loan.tokens())
                .setParameter("application", application)
                .setParameter("kind", kind.name())
                .executeUpdate();
        return loan;
    }

    private List<?> found(UUID application, Kind kind) {
        return em.createNativeQuery(
                        """
                        select level, cast(extract(epoch from clock_timestamp() - at) as double precision) from rate_bucket
                        where application_id = :application and kind = :kind for update
                        """)
                .setParameter("application", application)
                .setParameter("kind", kind.name())
                .getResultList();
    }
}
