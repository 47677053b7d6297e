package vn.lgsp.crypto.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import vn.lgsp.crypto.KeyVault;

/**
 * The authority as the table {@code certificate_authority} keeps it: its key wrapped under the master key. Plain JDBC, because the launcher
 * needs it before there is a container.
 *
 * @param id of its row
 */
public record StoredAuthority(UUID id, CertificateAuthority authority) {
    /** Of the lock that lets only one of several nodes make the authority; any number that nobody else uses. */
    private static final long LOCK = 8_600_053L;

    /**
     * The authority; empty when there is none yet.
     *
     * @throws SQLException when the database does not answer
     * @throws vn.lgsp.crypto.KeyVaultException when the master key is another one than it was wrapped with
     */
    public static Optional<StoredAuthority> find(Connection connection, KeyVault vault) throws SQLException {
        try (var query = connection.prepareStatement("select id, certificate, wrapped_key from certificate_authority");
                var rows = query.executeQuery()) {
            return rows.next()
                    ? Optional.of(open(rows.getObject(1, UUID.class), rows.getBytes(2), rows.getBytes(3), vault))
                    : Optional.empty();
        }
    }

    /** The authority; made now when there is none yet. To be called in a transaction of the caller's, which it is stored with. */
    public static StoredAuthority ensure(Connection connection, KeyVault vault, UUID newId, Instant now)
            throws SQLException {
        var found = find(connection, vault);
        if (found.isPresent()) {
            return found.get();
        }
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.executeQuery().close();
        }
        found = find(connection, vault);
        return found.isPresent() ? found.get() : create(connection, vault, newId, now);
    }

    private static StoredAuthority create(Connection connection, KeyVault vault, UUID id, Instant now)
            throws SQLException {
        var made = CertificateAuthority.create(now);
        var key = made.key().getEncoded();
        try (var insert = connection.prepareStatement(
                """
                insert into certificate_authority (id, certificate, wrapped_key, master_key_id, created_at, not_after)
                values (?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, id);
            insert.setBytes(2, made.certificate().getEncoded());
            insert.setBytes(3, vault.wrap(key, context(id)));
            insert.setString(4, vault.masterKeyId());
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.setObject(6, made.certificate().getNotAfter().toInstant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            return new StoredAuthority(id, made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static StoredAuthority open(UUID id, byte[] certificate, byte[] wrapped, KeyVault vault) {
        var key = vault.unwrap(wrapped, context(id));
        try {
            return new StoredAuthority(
                    id,
                    new CertificateAuthority(
                            ForeignCertificate.parse(certificate),
                            KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key))));
        } catch (CertificateRefused | GeneralSecurityException e) {
            throw new IllegalStateException("The stored certificate authority cannot be read.", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static String context(UUID id) {
        return "certificate-authority:" + id;
    }
}
