package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lgsp.crypto.KeyVault;
import vn.lgsp.crypto.certificate.CertificateRequest;
import vn.lgsp.crypto.certificate.ClientSubject;
import vn.lgsp.crypto.certificate.Revoked;
import vn.lgsp.crypto.certificate.StoredAuthority;
import vn.lgsp.model.Ids;
import vn.lgsp.model.authentication.RevocationReason;

/**
 * The platform's certificate authority in the database. Made when it is needed first; its key is in memory only while something is signed.
 * Everything here runs in the transaction of the caller.
 */
@ApplicationScoped
public class Authority {
    /** How long a list of revoked certificates is good; a new one is there when half of it is over. */
    static final Duration LIST_LIFE = Duration.ofDays(7);

    /** A revoked certificate stands in one more list after its own end (RFC 5280 section 3.3). */
    private static final String REVOKED =
            """
            select serial, revoked_at, revoke_reason from client_certificate
            where authority_id = ? and revoked_at is not null and not_after > ? order by revoked_at, id
            """;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    @EJB
    private KeyVault vault;

    /** How long certificates of applications are in force. */
    @Inject
    @ConfigProperty(name = "lgsp.certificate.days", defaultValue = "365")
    private Supplier<Integer> days;

    /** Where the list of revoked certificates can be fetched. */
    @Inject
    @ConfigProperty(name = "lgsp.public.url", defaultValue = "http://127.0.0.1:8080")
    private String publicUrl;

    /** A certificate and the row of the authority that issued it. */
    public record Issued(UUID authorityId, X509Certificate certificate) {}

    private record SignedList(byte[] der, long number, Instant nextUpdate) {
        boolean isFresh(Instant now) {
            return der != null && now.plus(LIST_LIFE.dividedBy(2)).isBefore(nextUpdate);
        }
    }

    /** Issues a certificate. */
    public Issued issue(CertificateRequest request, ClientSubject subject, Instant now) {
        try (var connection = database.getConnection()) {
            var stored = StoredAuthority.ensure(connection, vault, Ids.next(), now);
            return new Issued(
                    stored.id(),
                    stored.authority().issueClient(request, subject, now, Duration.ofDays(days.get()), publicUrl));
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /** The authority's certificate in DER; empty as long as there is none. */
    public Optional<byte[]> certificate() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select certificate from certificate_authority");
                var rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /** Makes a new list due, because something was revoked. */
    public void listIsDue() {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update certificate_authority set list = null")) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    /** The list of revoked certificates in DER; empty as long as there is no authority. */
    public Optional<byte[]> revocationList(Instant now) {
        try (var connection = database.getConnection()) {
            var last = last(connection, "");
            if (last.isEmpty() || last.get().isFresh(now)) {
                return last.map(SignedList::der);
            }
            // Of several who ask at once, one signs and the others get what it signed: no number is given twice.
            last = last(connection, " for update");
            return Optional.of(
                    last.get().isFresh(now)
                            ? last.get().der()
                            : sign(connection, last.get().number() + 1, now));
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private byte[] sign(Connection connection, long number, Instant now) throws SQLException {
        var stored = StoredAuthority.find(connection, vault)
                .orElseThrow(() -> new IllegalStateException("The certificate authority is gone."));
        var next = now.plus(LIST_LIFE);
        var list = stored.authority().revocationList(revoked(connection, stored.id(), now), number, now, next);
        try (var update = connection.prepareStatement(
                "update certificate_authority set list = ?, list_number = ?, list_next_update = ? where id = ?")) {
            update.setBytes(1, list);
            update.setLong(2, number);
            update.setObject(3, next.atOffset(ZoneOffset.UTC));
            update.setObject(4, stored.id());
            update.executeUpdate();
        }
        return list;
    }

    private static List<Revoked> revoked(Connection connection, UUID authorityId, Instant now) throws SQLException {
        try (var query = connection.prepareStatement(REVOKED)) {
            query.setObject(1, authorityId);
            query.setObject(2, now.minus(LIST_LIFE).atOffset(ZoneOffset.UTC));
            var lines = new ArrayList<Revoked>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(new Revoked(
                            new BigInteger(rows.getString(1), 16),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            RevocationReason.valueOf(rows.getString(3)).number()));
                }
            }
            return lines;
        }
    }

    private static Optional<SignedList> last(Connection connection, String locking) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "select list, list_number, list_next_update from certificate_authority" + locking);
                var rows = query.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            var next = rows.getObject(3, OffsetDateTime.class);
            return Optional.of(
                    new SignedList(rows.getBytes(1), rows.getLong(2), next == null ? null : next.toInstant()));
        }
    }

    /** A certificate in DER. */
    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
