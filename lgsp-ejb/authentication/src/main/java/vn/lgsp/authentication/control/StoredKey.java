package vn.lgsp.authentication.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lgsp.model.registry.Environment;

/**
 * An access key as the verification needs it. Read by plain JDBC: a row found must cost hardly more than no row, or the time of a refusal
 * would tell which keys exist.
 *
 * @param algorithm the only algorithm it may be used with, as RFC 9421 names it
 * @param wrappedSecret its secret under the master key
 * @param hint the last four characters of the access key
 * @param notAfter null when it has no end
 * @param revokedAt null when it was not revoked
 */
public record StoredKey(
        UUID id,
        String accessKey,
        UUID applicationId,
        Environment environment,
        String algorithm,
        byte[] wrappedSecret,
        String hint,
        Instant notBefore,
        Instant notAfter,
        Instant revokedAt) {

    /** The columns that {@link #of} reads. */
    static final String COLUMNS =
            """
            id, access_key, application_id, environment, algorithm, wrapped_secret, hint, not_before, not_after, revoked_at
            """;

    static StoredKey of(ResultSet row) throws SQLException {
        return new StoredKey(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                Environment.valueOf(row.getString(4)),
                row.getString(5),
                row.getBytes(6),
                row.getString(7),
                instant(row, 8),
                instant(row, 9),
                instant(row, 10));
    }

    /** Whether requests may be signed with it at this instant. */
    boolean usable(Instant now) {
        return revokedAt == null && !now.isBefore(notBefore) && (notAfter == null || now.isBefore(notAfter));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
