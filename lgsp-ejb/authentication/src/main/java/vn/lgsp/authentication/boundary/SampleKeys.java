package vn.lgsp.authentication.boundary;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import vn.lgsp.authentication.control.KeyFormat;
import vn.lgsp.authentication.control.Verification;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.model.registry.Environment;

/**
 * Keys of sample applications (MẪU): to be seen, not to be used. Their secrets are random, and thrown away as soon as they are stored, so
 * nobody can ever sign with them. Called by the platform itself when it loads a sample; not reachable from the interfaces.
 */
@Stateless
public class SampleKeys {
    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @EJB
    private KeyVault vault;

    /**
     * A key to enter.
     *
     * @param accessKey its public half, made by {@link #accessKey}
     * @param notAfter null when it has no end
     * @param revokedAt null when it was not revoked
     * @param lastUsedAt null when it was never used
     * @param lastUsedFrom null when it was never used
     */
    public record SampleKey(
            UUID id,
            String accessKey,
            UUID applicationId,
            Instant createdAt,
            Instant notAfter,
            Instant revokedAt,
            Instant lastUsedAt,
            String lastUsedFrom) {}

    /** The public half of a test key that follows from a seed. */
    public static String accessKey(long seed) {
        return KeyFormat.newAccessKey(Environment.TEST, new SplittableRandom(seed));
    }

    /** Enters keys of test applications, in the transaction of the caller. */
    public void enter(List<SampleKey> keys) {
        try (var connection = database.getConnection();
                var row = connection.prepareStatement(
                        """
                        insert into access_key (id, access_key, application_id, environment, algorithm, wrapped_secret, master_key_id,
                            hint, created_at, not_before, not_after, revoked_at, last_used_at, last_used_from)
                        values (?, ?, ?, 'TEST', 'hmac-sha256', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (SampleKey key : keys) {
                var secret = KeyFormat.newSecret(Environment.TEST).getBytes(US_ASCII);
                row.setObject(1, key.id());
                row.setString(2, key.accessKey());
                row.setObject(3, key.applicationId());
                row.setBytes(4, vault.wrap(secret, Verification.context(key.id())));
                row.setString(5, vault.masterKeyId());
                row.setString(6, key.accessKey().substring(key.accessKey().length() - 4));
                time(row, 7, key.createdAt());
                time(row, 8, key.createdAt());
                time(row, 9, key.notAfter());
                time(row, 10, key.revokedAt());
                time(row, 11, key.lastUsedAt());
                row.setString(12, key.lastUsedFrom());
                row.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void time(PreparedStatement row, int column, Instant at) throws SQLException {
        row.setObject(column, at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
