package vn.lgsp.authentication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.model.registry.ApplicationEvidence;

/** What keys and sessions tell of an application. */
@ApplicationScoped
public class ConnectionEvidence implements ApplicationEvidence {
    @PersistenceContext(unitName = "lgsp")
    private EntityManager em;

    @Override
    public Map<Check, Instant> firstSeen(UUID applicationId) {
        Map<Check, Instant> seen = new EnumMap<>(Check.class);
        time(
                        """
                        select min(k.created_at) from access_key k
                        where k.application_id = :application and k.revoked_at is null and (k.not_after is null or k.not_after > now())
                        """,
                        applicationId)
                .ifPresent(at -> seen.put(Check.KEY, at));
        time("select min(s.opened_at) from client_session s where s.application_id = :application", applicationId)
                .ifPresent(at -> seen.put(Check.CONNECTED, at));
        return seen;
    }

    @Override
    public Optional<Instant> lastSeen(UUID applicationId) {
        return time(
                """
                select greatest(
                    (select max(s.last_seen_at) from client_session s where s.application_id = :application),
                    (select max(k.last_used_at) from access_key k where k.application_id = :application))
                """,
                applicationId);
    }

    private Optional<Instant> time(String query, UUID applicationId) {
        return Optional.ofNullable((Instant) em.createNativeQuery(query, Instant.class)
                .setParameter("application", applicationId)
                .getSingleResult());
    }
}
