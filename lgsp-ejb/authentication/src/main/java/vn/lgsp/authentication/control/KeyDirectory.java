package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Access keys from the database, kept at hand for a moment after each verified use; a revocation shows on every node when it is over. */
@ApplicationScoped
public class KeyDirectory implements KeySource {
    private static final int MAX_KEYS = 20_000;

    /**
     * Always answers one row, for a key that does not exist one that is nobody's: sending and reading a row takes time, and that time would
     * tell which keys exist. Without an order the parts of a union come one after the other.
     */
    private static final String BY_ACCESS_KEY = "select " + StoredKey.COLUMNS
            + """
            from access_key where access_key = ?
            union all
            select uuid '00000000-0000-0000-0000-000000000000', '', uuid '00000000-0000-0000-0000-000000000000', 'TEST',
                'hmac-sha256', '\\x%s'::bytea, null, 'aaaa', timestamptz '2026-01-01 00:00:00.123456+00', null, null, null, null
            limit 1
            """
                    .formatted("00".repeat(95));

    private static final String BY_ID = "select " + StoredKey.COLUMNS + " from access_key where id = ?";

    private TimedCache<String, StoredKey> cache;
    private TimedCache<UUID, StoredKey> byId;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** For the container. */
    protected KeyDirectory() {}

    /** @param seconds setting {@code lgsp.key.cache.seconds}, 0 to 4: how long a revoked key may still be good on other nodes */
    @Inject
    public KeyDirectory(
            @ConfigProperty(name = "lgsp.key.cache.seconds", defaultValue = "2") Supplier<Integer> seconds) {
        if (seconds.get() < 0 || seconds.get() > 4) {
            throw new IllegalArgumentException("lgsp.key.cache.seconds must be from 0 to 4.");
        }
        cache = new TimedCache<>(() -> TimeUnit.SECONDS.toNanos(seconds.get()), MAX_KEYS, System::nanoTime);
        byId = new TimedCache<>(() -> TimeUnit.SECONDS.toNanos(seconds.get()), MAX_KEYS, System::nanoTime);
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
                var query = connection.prepareStatement(BY_ACCESS_KEY)) {
            query.setString(1, accessKey);
            return first(query).filter(key -> key.accessKey().equals(accessKey));
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    @Override
    public void remember(StoredKey key) {
        cache.put(key.accessKey(), key);
    }

    /** A key that once was good, if it still is. */
    public Optional<StoredKey> usableKey(UUID keyId, Instant now) {
        return byId.get(keyId).or(() -> readById(keyId)).filter(key -> key.usable(now));
    }

    /** Forgets a revoked key, so that the next use reads it anew. */
    public void forget(
            @Observes(during = TransactionPhase.AFTER_SUCCESS, notifyObserver = Reception.IF_EXISTS)
                    KeyRevoked revoked) {
        cache.remove(revoked.accessKey());
        byId.remove(revoked.keyId());
    }

    private Optional<StoredKey> readById(UUID keyId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(BY_ID)) {
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
