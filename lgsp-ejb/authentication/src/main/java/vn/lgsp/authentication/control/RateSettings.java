package vn.lgsp.authentication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.authentication.boundary.RateLimits.Kind;
import vn.lgsp.authentication.boundary.RateLimits.Limits;
import vn.lgsp.authentication.boundary.RateLimits.Wish;

/** The limits of an application: its own, else those of the settings. */
@ApplicationScoped
public class RateSettings {
    private static final int MOST = 100_000;

    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Inject
    @ConfigProperty(name = "lgsp.rate.reading", defaultValue = "200")
    private Supplier<Integer> reading;

    @Inject
    @ConfigProperty(name = "lgsp.rate.sending", defaultValue = "200")
    private Supplier<Integer> sending;

    @Inject
    @ConfigProperty(name = "lgsp.rate.burst.seconds", defaultValue = "10")
    private Supplier<Integer> burst;

    /** What counts now. */
    public Limits limits(UUID application) {
        List<?> rows = em.createNativeQuery(
                        "select reading, sending, reason from rate_limit where application_id = :application")
                .setParameter("application", application)
                .getResultList();
        Object[] own = rows.isEmpty() ? new Object[3] : (Object[]) rows.get(0);
        return new Limits(
                own[0] == null ? reading.get() : ((Number) own[0]).intValue(),
                own[1] == null ? sending.get() : ((Number) own[1]).intValue(),
                burst.get(),
                (String) own[2]);
    }

    Bucket bucket(UUID application, Kind kind) {
        Limits limits = limits(application);
        return new Bucket(kind == Kind.READING ? limits.reading() : limits.sending(), limits.burstSeconds());
    }

    /** Sets the limits of one application; those of all when none is named. */
    public void change(UUID application, Wish wish, UUID by) {
        KeyInput input = new KeyInput(Instant.now());
        input.number("reading", wish.reading(), 0, MOST);
        input.number("sending", wish.sending(), 0, MOST);
        String why = input.reason(wish.reason());
        input.check();
        if (wish.reading() == null && wish.sending() == null) {
            em.createNativeQuery("delete from rate_limit where application_id = :application")
                    .setParameter("application", application)
                    .executeUpdate();
            return;
        }
        em.createNativeQuery(
                        """
                        insert into rate_limit (application_id, reading, sending, reason, set_by, set_at)
                        values (:application, cast(:reading as integer), cast(:sending as integer), :reason, :by, :at)
                        on conflict (application_id) do update set reading = excluded.reading, sending = excluded.sending,
                            reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .setParameter("application", application)
                .setParameter("reading", text(wish.reading()))
                .setParameter("sending", text(wish.sending()))
                .setParameter("reason", why)
                .setParameter("by", by)
                .setParameter("at", Instant.now())
                .executeUpdate();
    }

    private static String text(Integer value) {
        return value == null ? null : value.toString();
    }
}
