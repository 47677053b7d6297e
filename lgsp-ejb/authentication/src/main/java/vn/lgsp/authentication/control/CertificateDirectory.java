package vn.lgsp.authentication.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Certificates that are bound to applications, and which applications have to show one; kept at hand as long as keys are, so that a
 * revocation shows on every node within the same seconds.
 */
@ApplicationScoped
public class CertificateDirectory {
    private static final int MAX_ENTRIES = 20_000;

    private static final String COLUMNS =
            "select id, application_id, not_before, not_after, revoked_at from client_certificate where ";

    private TimedCache<String, BoundCertificate> byFingerprint;
    private TimedCache<UUID, BoundCertificate> byId;
    private TimedCache<UUID, Boolean> required;

    @Resource(lookup = "java:app/jdbc/lgsp")
    private DataSource database;

    /** For the container. */
    protected CertificateDirectory() {}

    /** @param seconds setting {@code lgsp.key.cache.seconds} */
    @Inject
    public CertificateDirectory(
            @ConfigProperty(name = "lgsp.key.cache.seconds", defaultValue = "2") Supplier<Integer> seconds) {
        byFingerprint = cache(seconds);
        byId = cache(seconds);
        required = cache(seconds);
    }

    private static <K, V> TimedCache<K, V> cache(Supplier<Integer> seconds) {
        return new TimedCache<>(() -> TimeUnit.SECONDS.toNanos(seconds.get()), MAX_ENTRIES, System::nanoTime);
    }

    /** The certificate with this SHA-256; empty when it is nobody's. */
    Optional<BoundCertificate> find(byte[] fingerprint) {
        var name = HexFormat.of().formatHex(fingerprint);
        var remembered = byFingerprint.get(name);
        if (remembered.isPresent()) {
            return remembered;
        }
        var found = read(COLUMNS + "fingerprint = ?", fingerprint);
        found.ifPresent(certificate -> byFingerprint.put(name, certificate));
        return found;
    }

    /** A certificate that was seen before. */
    Optional<BoundCertificate> find(UUID id) {
        var remembered = byId.get(id);
        if (remembered.isPresent()) {
            return remembered;
        }
        var found = read(COLUMNS + "id = ?", id);
        found.ifPresent(certificate -> byId.put(id, certificate));
        return found;
    }

    /** Whether the application has to show a certificate. */
    boolean required(UUID applicationId) {
        return required.get(applicationId).orElseGet(() -> readRequired(applicationId));
    }

    /** Forgets what is at hand of an application, so that a change counts at once on this node. */
    public void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CertificateChanged changed) {
        byFingerprint.removeIf(certificate -> certificate.applicationId().equals(changed.applicationId()));
        byId.removeIf(certificate -> certificate.applicationId().equals(changed.applicationId()));
        required.remove(changed.applicationId());
    }

    private Optional<BoundCertificate> read(String sql, Object key) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, key);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                var revokedAt = rows.getObject(5, OffsetDateTime.class);
                return Optional.of(new BoundCertificate(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getObject(3, OffsetDateTime.class).toInstant(),
                        rows.getObject(4, OffsetDateTime.class).toInstant(),
                        revokedAt == null ? null : revokedAt.toInstant()));
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }

    private boolean readRequired(UUID applicationId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select required from certificate_policy where application_id = ? order by id desc limit 1")) {
            query.setObject(1, applicationId);
            try (var rows = query.executeQuery()) {
                var found = rows.next() && rows.getBoolean(1);
                required.put(applicationId, found);
                return found;
            }
        } catch (SQLException e) {
            throw Unavailable.because(e);
        }
    }
}
