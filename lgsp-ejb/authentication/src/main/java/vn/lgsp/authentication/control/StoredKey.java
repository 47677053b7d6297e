package vn.lgsp.authentication.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import vn.lgsp.model.authentication.KeyScope;
import vn.lgsp.model.network.AllowedNetworks;
import vn.lgsp.model.registry.Environment;

/**
 * An access key as the verification needs it. Read by plain JDBC: a row found must cost hardly more than no row, or the time of a refusal
 * would tell which keys exist.
 *
 * @param algorithm the only algorithm it may be used with, as RFC 9421 names it
 * @param wrappedSecret its secret under the master key; null when the key is a public one
 * @param publicKey null when the key is a secret
 * @param hint the last four characters of the access key
 * @param notAfter null when it has no end
 * @param revokedAt null when it was not revoked
 * @param networks from where it may be used; no ranges for everywhere
 * @param scopes what it may be used for
 */
public record StoredKey(
        UUID id,
        String accessKey,
        UUID applicationId,
        Environment environment,
        String algorithm,
        byte[] wrappedSecret,
        PublicHalf publicKey,
        String hint,
        Instant notBefore,
        Instant notAfter,
        Instant revokedAt,
        AllowedNetworks networks,
        Set<KeyScope> scopes) {

    /** The columns that {@link #of} reads. */
    static final String COLUMNS =
            """
            id, access_key, application_id, environment, algorithm, wrapped_secret, public_key, hint, not_before, not_after, revoked_at,
            networks, scopes
            """;

    static StoredKey of(ResultSet row) throws SQLException {
        return new StoredKey(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                Environment.valueOf(row.getString(4)),
                row.getString(5),
                row.getBytes(6),
                publicHalf(row.getString(5), row.getBytes(7)),
                row.getString(8),
                instant(row, 9),
                instant(row, 10),
                instant(row, 11),
                AllowedNetworks.parse(row.getString(12)),
                KeyScope.read(row.getString(13)));
    }

    private static PublicHalf publicHalf(String algorithm, byte[] encoded) {
        return encoded == null
                ? null
                : new PublicHalf(Algorithm.labelled(algorithm).orElseThrow().kind(), encoded);
    }

    /** Whether requests may be signed with it at this instant. */
    boolean usable(Instant now) {
        return revokedAt == null && !now.isBefore(notBefore) && (notAfter == null || now.isBefore(notAfter));
    }

    /** A time of a row; null where there is none. */
    static Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
