package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Access keys from the database, kept at hand for a moment after each verified use; a revocation shows on every node when it is over. */
@ApplicationScoped
public class KeyDirectory implements KeySource {
    private static final int MAX_KEYS = 20_000;

    private TimedCache<String, StoredKey> cache;
    private TimedCache<UUID, StoredKey> byId;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** For the container. */
    protected KeyDirectory() {}

    /** @param seconds setting {@code lgsp.key.cache.seconds}, 0 to 4: how long a revoked key may still be good on other nodes */
    @Inject
    public KeyDirectory(@ConfigProperty(name = "lgsp.key.cache.seconds", defaultValue = "2") int seconds) {
        if (seconds < 0 || seconds > 4) {
            throw new IllegalArgumentException("lgsp.key.cache.seconds must be from 0 to 4.");
        }
        cache = new TimedCache<>(TimeUnit.SECONDS.toNanos(seconds), MAX_KEYS, System::nanoTime);
        byId = new TimedCache<>(TimeUnit.SECONDS.toNanos(seconds), MAX_KEYS, System::nanoTime);
    }

    @Override
    public Optional<StoredKey> remembered(String accessKey) {
        return cache.get(accessKey);
    }

    @Override
    public Optional<StoredKey> read(String accessKey) {
        if (KeyFormat.ofAccessKey(accessKey).isEmpty()) {
            // Anybody can see that this was never issued; the database need not be asked.
            return Optional.empty();
        }
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select " + StoredKey.COLUMNS + " from access_key where access_key = ?")) {
            query.setString(1, accessKey);
            return first(query);
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    @Override
    public void remember(StoredKey key) {
        cache.put(key.accessKey(), key);
    }

    /** Whether a key that once was good still is. */
    public boolean usable(UUID keyId, Instant now) {
        return byId.get(keyId)
                .or(() -> readById(keyId))
                .filter(key -> key.usable(now))
                .isPresent();
    }

    /** Forgets a revoked key, so that the next use reads it anew. */
    public void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeyRevoked revoked) {
        cache.remove(revoked.accessKey());
        byId.remove(revoked.keyId());
    }

    private Optional<StoredKey> readById(UUID keyId) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement("select " + StoredKey.COLUMNS + " from access_key where id = ?")) {
            query.setObject(1, keyId);
            var found = first(query);
            found.ifPresent(key -> byId.put(keyId, key));
            return found;
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private static Optional<StoredKey> first(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            return rows.next() ? Optional.of(StoredKey.of(rows)) : Optional.empty();
        }
    }
}
