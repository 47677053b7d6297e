package vn.lgsp.authentication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.registry.Agency;
import vn.lgsp.model.registry.Application;

/** Who holds a key; kept at hand as long as keys are, so that a suspended application is out within the same seconds. */
@ApplicationScoped
public class Holders {
    private static final int MAX_HOLDERS = 20_000;

    private TimedCache<UUID, Holder> cache;

    @PersistenceContext
    private EntityManager database;

    /** For the container. */
    protected Holders() {}

    /** @param seconds setting {@code lgsp.key.cache.seconds} */
    @Inject
    public Holders(@ConfigProperty(name = "lgsp.key.cache.seconds", defaultValue = "2") int seconds) {
        cache = new TimedCache<>(TimeUnit.SECONDS.toNanos(seconds), MAX_HOLDERS, System::nanoTime);
    }

    /** The holder; empty when there is no such application. */
    public Optional<Holder> find(UUID applicationId) {
        var remembered = cache.get(applicationId);
        if (remembered.isPresent()) {
            return remembered;
        }
        var holder = read(applicationId);
        holder.ifPresent(found -> cache.put(applicationId, found));
        return holder;
    }

    private Optional<Holder> read(UUID applicationId) {
        try {
            return database
                    .createQuery(
                            "select a, g from Application a, Agency g where a.id = :id and g.id = a.agencyId", Object[].class)
                    .setParameter("id", applicationId)
                    .getResultList()
                    .stream()
                    .findFirst()
                    .map(row -> Holder.of((Application) row[0], (Agency) row[1]));
        } catch (PersistenceException e) {
            throw Unavailable.because(e);
        }
    }
}
