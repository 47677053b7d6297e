package vn.lgsp.authentication.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.model.authentication.AccessKey;

/** Access keys from the database, kept at hand for a moment after each verified use; a revocation shows on every node when it is over. */
@ApplicationScoped
public class KeyDirectory implements KeySource {
    private static final int MAX_KEYS = 20_000;

    private TimedCache<String, AccessKey> cache;

    @PersistenceContext
    private EntityManager database;

    /** For the container. */
    protected KeyDirectory() {}

    /** @param seconds setting {@code lgsp.key.cache.seconds}, 0 to 4: how long a revoked key may still be good on other nodes */
    @Inject
    public KeyDirectory(@ConfigProperty(name = "lgsp.key.cache.seconds", defaultValue = "2") int seconds) {
        if (seconds < 0 || seconds > 4) {
            throw new IllegalArgumentException("lgsp.key.cache.seconds must be from 0 to 4.");
        }
        cache = new TimedCache<>(TimeUnit.SECONDS.toNanos(seconds), MAX_KEYS, System::nanoTime);
    }

    @Override
    public Optional<AccessKey> remembered(String accessKey) {
        return cache.get(accessKey);
    }

    @Override
    public Optional<AccessKey> read(String accessKey) {
        if (KeyFormat.ofAccessKey(accessKey).isEmpty()) {
            // Anybody can see that this was never issued; the database need not be asked.
            return Optional.empty();
        }
        try {
            return database
                    .createQuery("select k from AccessKey k where k.accessKey = :accessKey", AccessKey.class)
                    .setParameter("accessKey", accessKey)
                    .getResultList()
                    .stream()
                    .findFirst();
        } catch (PersistenceException e) {
            throw Unavailable.because(e);
        }
    }

    @Override
    public void remember(AccessKey key) {
        cache.put(key.accessKey(), key);
    }

    /** Forgets a key, so that the next use reads it anew. */
    public void forget(AccessKey key) {
        cache.remove(key.accessKey());
    }
}
