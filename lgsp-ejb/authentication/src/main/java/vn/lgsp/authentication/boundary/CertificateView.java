package vn.lgsp.authentication.boundary;

import java.time.Instant;
import java.util.UUID;
import vn.lgsp.model.authentication.ClientCertificate;
import vn.lgsp.model.authentication.RevocationReason;

/**
 * A certificate of an application as people see it; nothing in it is secret.
 *
 * @param own whether the platform's own authority issued it
 * @param serial in hexadecimal
 * @param fingerprint SHA-256 in hexadecimal
 * @param replaces the certificate that it renews; null when none
 * @param revokedAt null while it was not revoked, as {@code reason}; {@code note} also where nothing was said
 * @param pem the certificate itself
 */
public record CertificateView(
        UUID id,
        UUID applicationId,
        boolean own,
        String serial,
        String fingerprint,
        String subject,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        Instant createdAt,
        UUID replaces,
        ClientCertificate.State state,
        Instant revokedAt,
        RevocationReason reason,
        String note,
        String pem) {}
