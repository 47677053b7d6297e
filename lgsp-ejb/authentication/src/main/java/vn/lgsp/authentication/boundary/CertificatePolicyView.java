package vn.lgsp.authentication.boundary;

import java.time.Instant;

/**
 * Whether an application has to show a certificate.
 *
 * @param reason why it was decided; null when nobody ever decided, as {@code since}
 */
public record CertificatePolicyView(boolean required, String reason, Instant since) {}
