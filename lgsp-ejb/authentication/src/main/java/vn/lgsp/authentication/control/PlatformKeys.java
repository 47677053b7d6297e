package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.Ids;

/**
 * The keys with which the platform signs its answers (Điều 10.5): RSA of 3,072 bits, the private half under the master key in the database.
 * A new one is published an hour before it signs, an old one for a day after, so that whoever keeps a copy of the published keys for that
 * long never misses one.
 */
@ApplicationScoped
public class PlatformKeys {
    /** The one algorithm, as RFC 7518 names it. */
    public static final String ALGORITHM = "RS256";

    private static final int BITS = 3_072;
    private static final Duration LEAD = Duration.ofHours(1);
    private static final Duration AFTERLIFE = Duration.ofDays(1);
    private static final int MAX_ENTRIES = 1;
    private static final String ONLY = "keys";

    private final TimedCache<String, List<PlatformKey>> cache =
            new TimedCache<>(() -> TimeUnit.SECONDS.toNanos(30), MAX_ENTRIES, System::nanoTime);

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @EJB
    private KeyVault vault;

    /** After so many days another key signs. */
    @Inject
    @ConfigProperty(name = "lgsp.platform.key.days", defaultValue = "90")
    private Supplier<Integer> days;

    /** A key; its id is its name in the published set. */
    public record PlatformKey(UUID id, RSAPublicKey publicKey, PrivateKey privateKey, Instant activeFrom) {
        /** Without the private half. */
        @Override
        public String toString() {
            return "platform key " + id;
        }
    }

    /** The keys that answers may be signed with, newest first; never empty. */
    public List<PlatformKey> published() {
        return cache.get(ONLY).orElseGet(() -> {
            var now = Instant.now();
            var found = read();
            if (found.isEmpty() || isDue(found.get(0).activeFrom(), now)) {
                renew(now);
                found = read();
            }
            cache.put(ONLY, found);
            return found;
        });
    }

    /** The key that signs now. */
    public PlatformKey signing() {
        return signing(published(), Instant.now());
    }

    /** The newest that signs already; the very first signs at once, also where another node made it whose clock is ahead. */
    static PlatformKey signing(List<PlatformKey> newestFirst, Instant now) {
        return newestFirst.stream()
                .filter(key -> !key.activeFrom().isAfter(now))
                .findFirst()
                .orElseGet(() -> newestFirst.get(newestFirst.size() - 1));
    }

    /** Makes the next key when it is time, and removes those that nothing counts on any more. Several nodes may do so at once. */
    public void renew(Instant now) {
        try (var connection = database.getConnection()) {
            var newest = newest(connection);
            if (newest == null) {
                insert(connection, now, now);
            } else if (isDue(newest, now)) {
                insert(connection, now, now.plus(LEAD));
            }
            try (var delete = connection.prepareStatement(
                    """
                    delete from platform_key k where exists
                        (select from platform_key later where later.active_from > k.active_from and later.active_from < ?)
                    """)) {
                delete.setObject(1, now.minus(AFTERLIFE).atOffset(ZoneOffset.UTC));
                delete.executeUpdate();
            }
            cache.remove(ONLY);
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private boolean isDue(Instant newest, Instant now) {
        return newest.plus(Duration.ofDays(days.get())).isBefore(now);
    }

    private static Instant newest(java.sql.Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select max(active_from) from platform_key");
                var rows = query.executeQuery()) {
            rows.next();
            var newest = rows.getObject(1, OffsetDateTime.class);
            return newest == null ? null : newest.toInstant();
        }
    }

    private void insert(java.sql.Connection connection, Instant now, Instant activeFrom) throws SQLException {
        var id = Ids.next();
        byte[] plain = null;
        try (var insert = connection.prepareStatement(
                """
                insert into platform_key (id, algorithm, public_key, wrapped_private, master_key_id, created_at, active_from)
                values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            plain = pair.getPrivate().getEncoded();
            insert.setObject(1, id);
            insert.setString(2, ALGORITHM);
            insert.setBytes(3, pair.getPublic().getEncoded());
            insert.setBytes(4, vault.wrap(plain, context(id)));
            insert.setString(5, vault.masterKeyId());
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.setObject(7, activeFrom.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make RSA keys.", e);
        } finally {
            if (plain != null) {
                Arrays.fill(plain, (byte) 0);
            }
        }
    }

    private List<PlatformKey> read() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select id, public_key, wrapped_private, active_from from platform_key where algorithm = ?")) {
            query.setString(1, ALGORITHM);
            var found = new ArrayList<PlatformKey>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(key(rows));
                }
            }
            found.sort(Comparator.comparing(PlatformKey::activeFrom)
                    .thenComparing(PlatformKey::id)
                    .reversed());
            return List.copyOf(found);
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private PlatformKey key(ResultSet row) throws SQLException {
        var id = row.getObject(1, UUID.class);
        var plain = vault.unwrap(row.getBytes(3), context(id));
        try {
            var factory = KeyFactory.getInstance("RSA");
            return new PlatformKey(
                    id,
                    (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(row.getBytes(2))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(plain)),
                    row.getObject(4, OffsetDateTime.class).toInstant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of the platform cannot be read.", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static String context(UUID id) {
        return "platform-key:" + id;
    }
}
